package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.facts.Portfolio;
import org.throughline.findings.SubjectType;
import org.throughline.testkit.Kept;

class IdentityTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Identity.Settings SETTINGS = new Identity.Settings(Set.of("the", "pilot"), 60, 3);

    @Test
    void theSameIdIsTheSameThingWhateverItIsCalled() {
        assertThat(links(List.of(), "uc-1,Drafting,Sales,Acme", "uc-1,Something else,Legal,Other"))
                .isEmpty();
    }

    @Test
    void theSameNameTeamAndToolUnderAnotherIdIsTaken() {
        assertThat(links(List.of(), "uc-1,Drafting,Sales,Acme", "uc-9,drafting,Sales,ACME"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.status()).isEqualTo(Link.Status.TAKEN);
                    assertThat(link.oldId()).isEqualTo("uc-1");
                    assertThat(link.newId()).isEqualTo("uc-9");
                    assertThat(link.evidence())
                            .isEqualTo("\"Drafting\" and \"drafting\": same name, same team and tool");
                });
    }

    @Test
    void anotherTeamIsAsked() {
        assertThat(links(
                        List.of(),
                        "uc-1,Drafting,Sales,Acme\nuc-2,Other,Legal,Acme",
                        "uc-9,Drafting,Legal,Acme\nuc-2,Other,Legal,Acme"))
                .extracting(Link::type, Link::status, Link::oldId, Link::newId)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        SubjectType.USE_CASE, Link.Status.CANDIDATE, "uc-1", "uc-9"));
    }

    @Test
    void ofTwoThatItCouldBeNoneIsTaken() {
        assertThat(links(List.of(), "uc-1,Drafting,Sales,Acme\nuc-2,Drafting,Sales,Acme", "uc-9,Drafting,Sales,Acme"))
                .extracting(Link::status)
                .containsOnly(Link.Status.CANDIDATE)
                .hasSize(2);
    }

    @Test
    void aNameThatIsMerelyAlikeIsAsked() {
        assertThat(links(
                        List.of(),
                        "uc-1,Call summaries for sales,Sales,Acme",
                        "uc-9,Call summaries for the sales pilot team,Sales,Acme"))
                .singleElement()
                .satisfies(link -> assertThat(link.status()).isEqualTo(Link.Status.CANDIDATE));
    }

    @Test
    void aNameThatIsNotAlikeIsNewAndTheOtherGone() {
        assertThat(links(List.of(), "uc-1,Call summaries,Sales,Acme", "uc-9,Invoice reading,Sales,Acme"))
                .isEmpty();
    }

    @Test
    void whatWasAnsweredIsNotAskedAgain() {
        String before = "uc-1,Call summaries for sales,Sales,Acme";
        String now = "uc-9,Call summaries for the sales pilot team,Sales,Acme";
        Link asked = links(List.of(), before, now).get(0);

        assertThat(links(List.of(asked.decided(Link.Status.REJECTED, NOON, "ana")), before, now))
                .isEmpty();
    }

    @Test
    void aThingKeepsItsFirstIdHoweverOftenItIsRenamed() {
        List<Link> all = new ArrayList<>(links(List.of(), "a,Drafting,Sales,Acme", "b,Drafting,Sales,Acme"));
        all.addAll(links(all, 3, "b,Drafting,Sales,Acme", "c,Drafting,Sales,Acme"));

        assertThat(Lineage.of(all).first(SubjectType.USE_CASE, "c")).isEqualTo("a");
    }

    @Test
    void anIdThatIsUsedAgainIsAnotherThing() {
        List<Link> all = new ArrayList<>(links(List.of(), "a,Drafting,Sales,Acme", "b,Drafting,Sales,Acme"));
        all.addAll(links(all, 3, "b,Drafting,Sales,Acme", "b,Drafting,Sales,Acme\na,Invoice reading,Finance,Other"));

        Lineage lineage = Lineage.of(all);
        assertThat(lineage.first(SubjectType.USE_CASE, "b")).isEqualTo("a");
        assertThat(lineage.first(SubjectType.USE_CASE, "a")).isEqualTo("a~3");
    }

    private static List<Link> links(List<Link> known, String before, String now) {
        return links(known, 2, before, now);
    }

    private static List<Link> links(List<Link> known, long number, String before, String now) {
        return Identity.links(facts(before), facts(now), SETTINGS, known, number, NOON).stream()
                .filter(link -> link.type() == SubjectType.USE_CASE)
                .toList();
    }

    private static Portfolio facts(String rows) {
        String csv = "id,name,team_id,tool,stage\n" + rows.replace("\n", ",pilot\n") + ",pilot\n";
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Input input = Input.ofFiles(
                List.of(new Input.SentFile("use_cases.csv", () -> new java.io.ByteArrayInputStream(bytes))));
        return Objects.requireNonNull(Kept.advisor()
                .read(input, Request.asOf(LocalDate.of(2026, 6, 30)))
                .portfolio());
    }
}
