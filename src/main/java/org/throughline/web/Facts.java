package org.throughline.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.access.Reader;
import org.throughline.history.PortfolioCard;
import org.throughline.portfolio.Portfolios;

/** Facts that rules can be tried on: the newest snapshot of each portfolio that is followed, and the examples. */
@Component
class Facts {

    private static final int MOST = 100;

    private final Portfolios portfolios;
    private final Workspaces workspaces;

    Facts(Portfolios portfolios, Workspaces workspaces) {
        this.portfolios = portfolios;
        this.workspaces = workspaces;
    }

    /** @param stored false for an example */
    public record Choice(String key, String title, boolean stored) {}

    /** Those that are kept first. */
    List<Choice> rooms() {
        List<Choice> all = new ArrayList<>(stored());
        workspaces.examples().forEach(it -> all.add(new Choice(it.key(), it.title(), false)));
        return all;
    }

    List<Choice> stored() {
        List<Choice> stored = new ArrayList<>();
        for (PortfolioCard card :
                portfolios.list("", MOST, it -> Reader.current().sees(it.id()))) {
            portfolios
                    .latest(card.id())
                    .ifPresent(latest -> stored.add(new Choice(card.id() + "~" + latest.number(), card.name(), true)));
        }
        return stored;
    }

    /** What was asked for, else the first example: it is small, and everybody has it. */
    String chosen(String asked) {
        int tilde = asked.indexOf('~');
        boolean hidden = tilde > 0 && !Reader.current().sees(asked.substring(0, tilde));
        return asked.isEmpty() || hidden ? workspaces.examples().get(0).key() : asked;
    }
}
