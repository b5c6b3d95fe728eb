package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.facts.Stage.PILOT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Row;

class DuplicatesTest {

    private final Organisation org = Organisation.today();

    private Row useCase(String id, String name, String team) {
        return org.useCase(id).with("name", name).stage(PILOT).team(team);
    }

    private List<String> groups() {
        return Oracle.judge(org.portfolio()).of("D5").stream()
                .filter(verdict -> verdict.truth().isTrue())
                .map(Verdict::subject)
                .toList();
    }

    @Test
    void linksTheSameStepOfDifferentTeams() {
        org.step("w", "s", 1);
        useCase("b", "Alpha", "t1").on("w", "s");
        useCase("a", "Beta", "t2").on("w", "s");
        assertThat(groups()).containsExactly("a");
    }

    @Test
    void linksNoStepThatHasNoRow() {
        useCase("b", "Alpha", "t1").on("w", "s");
        useCase("a", "Beta", "t2").on("w", "s");
        assertThat(groups()).isEmpty();
    }

    @Test
    void linksToolAndDomainWithAWordInCommon() {
        useCase("a", "Invoice reader", "t1").with("tool", "ChatGPT").with("domain", "Finance");
        useCase("b", "AI for the invoice", "t2").with("tool", "chatgpt ").with("domain", "finance");
        assertThat(groups()).containsExactly("a");
    }

    @Test
    void linksNoEmptyWords() {
        useCase("a", "AI tool", "t1").with("tool", "ChatGPT").with("domain", "Finance");
        useCase("b", "AI system", "t2").with("tool", "ChatGPT").with("domain", "Finance");
        assertThat(groups()).isEmpty();
    }

    @Test
    void linksNoPlaceholders() {
        useCase("a", "Invoice reader", "t1").with("tool", "Redacted").with("domain", "Finance");
        useCase("b", "Invoice sorter", "t2").with("tool", "redacted").with("domain", "Finance");
        assertThat(groups()).isEmpty();
    }

    @Test
    void linksNamesOfFourFifthsTheSameWords() {
        useCase("a", "one two three four", "t1");
        useCase("b", "four three TWO one five", "t2");
        assertThat(groups()).containsExactly("a");
        useCase("c", "one two three four six seven", "t3");
        assertThat(groups()).containsExactly("a");
    }

    @Test
    void linksNoNamesOfOneWord() {
        useCase("a", "Chatbot", "t1");
        useCase("b", "The chatbot", "t2");
        assertThat(groups()).isEmpty();
    }

    @Test
    void linksNoTeamWithTheOneAboveIt() {
        org.team("t1");
        org.team("t2").with("parent_id", "t3");
        org.team("t3").with("parent_id", "t1");
        useCase("a", "Invoice reader", "t1");
        useCase("b", "Invoice reader", "t2");
        assertThat(groups()).isEmpty();
    }

    @Test
    void leavesItOpenWhereTheTreeIsUnknown() {
        org.team("t1");
        org.team("t2");
        org.lacks(Kind.TEAM, "parent_id");
        useCase("a", "Invoice reader", "t1");
        useCase("b", "Invoice reader", "t2");
        assertThat(groups()).isEmpty();
        assertThat(Oracle.judge(org.portfolio()).unjudged("D5")).containsExactly("a");
    }

    @Test
    void groupsWhatLinksConnect() {
        org.step("w", "s", 1);
        useCase("c", "Invoice reader", "t1").on("w", "s");
        useCase("b", "Invoice reader", "t2");
        useCase("a", "Something else", "t3").on("w", "s");
        useCase("d", "Unlike them", "t4");
        assertThat(groups()).containsExactly("a");
    }

    @Test
    void ordersIdsByCodePoint() {
        useCase("\uff5e", "Invoice reader", "t1");
        useCase("\ud83d\ude00", "Invoice reader", "t2");
        assertThat(groups()).containsExactly("\uff5e");
    }
}
