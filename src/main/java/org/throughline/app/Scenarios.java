package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Trial;
import org.throughline.scenario.Scenario;
import org.throughline.scenario.ScenarioFolder;
import org.throughline.scenario.Trials;

/** A folder of scenarios, to test rules with and to add to. */
public final class Scenarios {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private final Path folder;

    private Scenarios(Path folder) {
        this.folder = folder;
    }

    /**
     * @param folder null for the folder {@code scenarios} where the program was started
     * @throws WrongUseException if there is no such folder
     */
    public static Scenarios in(@Nullable Path folder) {
        Path chosen = folder == null ? Path.of("scenarios") : folder;
        if (!Files.isDirectory(chosen)) {
            throw WrongUseException.of(
                    chosen.toString(),
                    "There is no such folder.",
                    "A folder of scenarios, each a folder with facts/ and expected.yaml.",
                    "Name it with --scenarios DIR, or start where there is a folder called scenarios.");
        }
        return new Scenarios(chosen);
    }

    /** The same to add to: a folder that is not there yet will be. */
    public static Scenarios toAddTo(@Nullable Path folder) {
        return new Scenarios(folder == null ? Path.of("scenarios") : folder);
    }

    /**
     * What they say of the rules.
     *
     * @param coverage whether to tell as well how often each condition holds and fails
     * @param mutating for how long to look for changes of conditions that nobody would notice, beside those of thresholds; null for not at all
     * @param progress told how many of how many changes were tried, on several threads
     * @throws UnusableException if there is none, one of them cannot be read, or the rules are faulty
     */
    public Trial test(
            Rules rules, boolean coverage, @Nullable Duration mutating, BiConsumer<Integer, Integer> progress) {
        Duration atMost = mutating == null ? Duration.ZERO : mutating;
        return Trials.of(rules.book(), all(), new Trials.Depth(coverage, mutating != null, atMost, progress));
    }

    /**
     * Whether they come out as they should.
     *
     * @throws UnusableException if there is none, one of them cannot be read, or the rules are faulty
     */
    public Trial test(Rules rules) {
        return Trials.of(rules.book(), all(), Trials.Depth.SCENARIOS_ALONE);
    }

    private List<Scenario> all() {
        try {
            List<Scenario> scenarios = Scenario.in(folder);
            if (scenarios.isEmpty()) {
                throw WrongUseException.of(
                        folder.toString(),
                        "It holds no scenario.",
                        "Folders with facts/ and expected.yaml.",
                        "rules save-scenario NAME --facts PATH writes the first.");
            }
            return scenarios;
        } catch (IllegalArgumentException e) {
            throw UnusableException.of(
                    folder.toString(),
                    String.valueOf(e.getMessage()),
                    "Keys as in the scenarios' README.md.",
                    "Correct that line.");
        } catch (IOException e) {
            throw UnusableException.of(
                    folder.toString(), "It cannot be read.", "A folder.", "Check that you may read it.");
        }
    }

    /**
     * Saves facts as a new scenario that expects what the rules say of them now.
     *
     * @return the new folder
     * @throws WrongUseException if it cannot be called so
     * @throws UnusableException if nothing in the facts could be used, or the rules are faulty
     */
    public Path save(String name, Input facts, Request request, Rules rules) {
        Path target = folder.resolve(name);
        if (!name.matches(NAME)) {
            throw WrongUseException.of(
                    name,
                    "A scenario cannot be called so.",
                    "Letters, digits, dots, hyphens, underscores.",
                    "Such as slow-approvals.");
        }
        if (Files.exists(target)) {
            throw WrongUseException.of(
                    target.toString(), "It is there already.", "A new name.", "Choose another, or delete it first.");
        }
        Answer answer = new Advisor(rules).advise(facts, request);
        try {
            ScenarioFolder.write(target, facts.paths(), answer.advice());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return target;
    }
}
