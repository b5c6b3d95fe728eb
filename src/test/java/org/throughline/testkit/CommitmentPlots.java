package org.throughline.testkit;

import java.util.List;
import java.util.function.Consumer;
import org.throughline.facts.Kind;

/** Stories in which nobody commits, or somebody nearly does: C1 to C9. */
final class CommitmentPlots {

    static final List<Consumer<Plot>> ALL = List.of(
            CommitmentPlots::owners,
            CommitmentPlots::informal,
            CommitmentPlots::divergent,
            CommitmentPlots::mandate,
            CommitmentPlots::responsibilities,
            CommitmentPlots::paperStandard,
            CommitmentPlots::usage);

    private CommitmentPlots() {}

    private static void owners(Plot plot) {
        Row useCase = plot.useCase("pilot", "in_use", "standard", "idea");
        for (String column : List.of("pilot_owner_id", "outcome_owner_id", "sponsor_id")) {
            useCase.with(column, plot.draw.of("", "nobody", "", plot.person()));
        }
    }

    private static void informal(Plot plot) {
        Row useCase = plot.useCase("pilot", "in_use", "validated", "standard");
        for (int i = plot.draw.between(1, 4); i > 0; i--) {
            plot.org
                    .adoption(useCase.cell("id"), plot.newTeam(plot.newId("t")).cell("id"))
                    .with("mode", plot.draw.of("informal", "informal", "informal", "agreed", ""));
        }
        if (plot.draw.chance(40)) {
            plot.org.adoption(useCase.cell("id"), useCase.cell("team_id")).with("mode", "informal");
        }
    }

    private static void divergent(Plot plot) {
        Row useCase = plot.useCase("pilot", "standard", "in_use", "retired");
        String[] variants =
                plot.draw.of(new String[] {"own", "Own "}, new String[] {"a", "b", "c", ""}, new String[] {"x"});
        for (int i = plot.draw.between(1, 3); i > 0; i--) {
            String team = plot.draw.chance(70) ? plot.newTeam(plot.newId("t")).cell("id") : plot.team();
            plot.org.adoption(useCase.cell("id"), team).with("variant", plot.draw.of(variants));
        }
    }

    /** A tree of three levels with an owner in its middle. */
    private static void mandate(Plot plot) {
        String top = plot.newTeam(plot.newId("t")).cell("id");
        String middle = below(plot, top);
        String leaf = below(plot, middle);
        String beside = below(plot, top);
        String owner = plot.org.person(plot.newId("p")).team(middle).cell("id");
        if (plot.draw.chance(15)) {
            plot.org.rows(Kind.TEAM).get(0).with("lead_id", owner);
        }
        Row useCase = plot.useCase("pilot", "in_use", "standard").outcomeOwner(owner);
        plot.org.adoption(useCase.cell("id"), plot.draw.of(leaf, middle, top, beside, beside));
        if (plot.draw.chance(40)) {
            plot.org
                    .decision(plot.draw.of("standardise", "standardise", "extend"), useCase.cell("id"), 3)
                    .with("team_ids", plot.draw.of(top, beside, leaf + "; " + beside, "", "?"));
        }
    }

    private static String below(Plot plot, String parent) {
        Row team = plot.newTeam(plot.newId("t")).with("parent_id", plot.draw.chance(95) ? parent : "?");
        return (plot.draw.chance(25) ? team.with("lead_id", plot.person()) : team).cell("id");
    }

    private static void responsibilities(Plot plot) {
        String workflow = plot.draw.chance(85) ? plot.newWorkflow() : "elsewhere";
        int started = plot.draw.near(180);
        Row useCase = plot.useCase("standard", "standard", "in_use").on(workflow);
        useCase.with("started_on", "").daysAgo("validated_on", started);
        if (plot.draw.chance(70)) {
            useCase.started(started);
        }
        if (plot.draw.chance(50)) {
            plot.org.decision("standardise", useCase.cell("id"), started);
        }
        for (int i = plot.draw.between(0, 2); i > 0; i--) {
            Row responsibility = plot.org.responsibility(workflow, "clerk");
            responsibility.with("measured_by", plot.draw.of("", "none", "?", "lead time"));
            if (plot.draw.chance(80)) {
                responsibility.daysAgo("updated_on", started + plot.draw.between(-1, 1));
            }
        }
    }

    private static void paperStandard(Plot plot) {
        Row useCase = plot.useCase("standard", "standard", "in_use");
        for (int i = plot.draw.between(0, 2); i > 0; i--) {
            Row adoption = plot.org.adoption(useCase.cell("id"), plot.team());
            adoption.with("users", plot.draw.of("5", "5.0", "4", "", "0", "?"));
            adoption.with("eligible_users", plot.draw.of("10", "10", "9", "0", ""));
            adoption.with("old_way_still_used", plot.draw.of("", "no", "no", "?", "no", "yes"));
        }
    }

    private static void usage(Plot plot) {
        int count = plot.draw.between(4, 6);
        int teams = plot.draw.between(2, 4);
        String[] ids = new String[teams];
        for (int i = 0; i < teams; i++) {
            ids[i] = plot.newTeam(plot.newId("t")).cell("id");
        }
        String useCase = "";
        for (int i = 0; i < count; i++) {
            useCase = i % teams == 0 ? plot.useCase((Object[]) Plot.ACTIVE).cell("id") : useCase;
            plot.org.adoption(useCase, ids[i % teams]).with("mode", plot.draw.of("agreed", "mandated"));
        }
    }
}
