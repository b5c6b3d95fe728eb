package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioCommandTest {

    private static final String FACTS = "scenarios/sales-outreach/facts";

    @TempDir
    private Path folder;

    private Ran portfolio(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "portfolio";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data";
        all[all.length - 1] = folder.resolve("data").toString();
        return Ran.throughline((Object[]) all);
    }

    private Path later() throws IOException {
        Path facts = Files.createDirectories(folder.resolve("later"));
        try (var files = Files.list(Path.of(FACTS))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("uc-02", "uc-222");
                Files.writeString(facts.resolve(file.getFileName()), text);
            }
        }
        return facts;
    }

    @Test
    void followsAnOrganisationFromSnapshotToSnapshot() throws IOException {
        Ran first = portfolio("import", "sales", FACTS, "--as-of", "2026-03-31", "--name", "Sales");
        Ran again = portfolio("import", "sales", FACTS, "--as-of", "2026-03-31");
        portfolio("import", "sales", later().toString(), "--as-of", "2026-06-30");
        Ran shown = portfolio("show", "sales");
        Ran compared = portfolio("compare", "sales");

        assertThat(first.out()).startsWith("Snapshot 1 of sales, as of 2026-03-31: ");
        assertThat(again.out()).startsWith("The same files are snapshot 1 of sales already, as of 2026-03-31;");
        assertThat(shown.out()).contains("Scale health over time", "Waiting for a decision", "Fixed on paper");
        assertThat(compared.out()).contains("id: uc-02 → uc-222").doesNotContain("use_case_ids");
        assertThat(shown.out().lines().mapToInt(String::length)).allMatch(width -> width <= 80);
        assertThat(compared.out().lines().mapToInt(String::length)).allMatch(width -> width <= 80);
    }

    @Test
    void anotherInstallationReadsWhatWasExported() {
        portfolio("import", "sales", FACTS, "--as-of", "2026-03-31");
        Path zip = folder.resolve("sales.zip");

        Ran exported = portfolio("export", "sales", "--output", zip.toString());
        Ran imported = Ran.throughline(
                "portfolio",
                "import",
                "sales",
                zip.toString(),
                "--data",
                folder.resolve("b").toString());
        Ran twice = portfolio("import", "sales", zip.toString());

        assertThat(exported.exitCode()).isZero();
        assertThat(imported.out()).isEqualTo("sales  sales · 1 snapshot\n");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).contains("There is a portfolio of its id already.", "Give it another id.");
    }

    @Test
    void saysAllThatIsMissingToAcceptARecommendation() {
        portfolio("import", "sales", FACTS, "--as-of", "2026-03-31");

        Ran lacking = portfolio("mark", "sales", "decide:use_case:uc-01", "accepted");
        Ran granted = portfolio(
                "mark", "sales", "decide:use_case:uc-01", "accepted", "--owner", "Ana", "--due", "2026-09-30");

        assertThat(lacking.exitCode()).isEqualTo(2);
        assertThat(lacking.err()).isEqualTo("""
            decide:use_case:uc-01, owner
              found     Nobody.
              expected  Who does it, to be accepted.
              fix       Say it, and send the change again.
            decide:use_case:uc-01, due
              found     No day.
              expected  The day it is to be done by, such as 2026-09-30.
              fix       Say it, and send the change again.
            """);
        assertThat(granted.out()).contains("accepted    decide:use_case:uc-01", "Ana · due 2026-09-30");
    }

    @Test
    void deletesAPortfolioWhereSomebodyMeansIt() {
        portfolio("import", "sales", FACTS, "--as-of", "2026-03-31", "--name", "Sales");

        Ran asked = portfolio("delete", "sales");
        Ran deleted = portfolio("delete", "sales", "--yes");

        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.err()).isEqualTo("""
            portfolio delete sales
              found     It would delete "Sales" with 1 snapshot, all advice and its audit
                        trail, for good.
              expected  Your word that you mean it.
              fix       Say --yes; portfolio export sales keeps a copy.
            """);
        assertThat(deleted.out()).isEqualTo("Deleted: sales, Sales, with 1 snapshot.\n");
        assertThat(portfolio("list").out()).doesNotContain("sales");
    }

    @Test
    void anImportThatFailsLeavesNoPortfolioBehind() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");

        Ran failed = portfolio("import", "sales", empty.toString());

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(portfolio("show", "sales").err()).contains("There is none of that id.");
    }

    @Test
    void namesAPortfolioThatIsNotThere() {
        Ran none = portfolio("show", "nobody");

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("portfolio nobody", "There is none of that id.");
    }
}
