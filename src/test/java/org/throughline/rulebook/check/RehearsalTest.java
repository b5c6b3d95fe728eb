package org.throughline.rulebook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.engine.Inquiry;
import org.throughline.engine.Reported;
import org.throughline.facts.Portfolio;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakeOptions;
import org.throughline.intake.Vocabulary;
import org.throughline.rulebook.RuleBook;
import org.throughline.scenario.Scenario;
import org.throughline.testkit.ShippedBook;

/** Rules that are gone through without compiling them conclude what the compiled ones concluded, in every scenario. */
class RehearsalTest {

    private static final RuleBook BOOK = ShippedBook.get();

    @Test
    void concludesWhatTheCompiledRulesConclude() throws IOException {
        Rehearsal rehearsal = new Rehearsal(BOOK.files());
        List<String> wrong = new ArrayList<>();
        for (Scenario scenario : Scenario.in(Path.of("scenarios"))) {
            Inquiry inquiry = new Inquiry(BOOK, portfolio(scenario));
            Rehearsal.Stage stage = rehearsal.on(inquiry.local(), inquiry.across());
            compare(scenario.name() + ", local", rehearsal, stage.local, inquiry.local(), wrong);
            compare(scenario.name() + ", across", rehearsal, stage.across, inquiry.across(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            String where, Rehearsal rehearsal, World world, List<Object> known, List<String> wrong) {
        Set<String> reported = known.stream()
                .filter(Reported.class::isInstance)
                .map(Reported.class::cast)
                .map(it -> it.rule() + ": " + it.severity().word() + " " + it.key())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        Set<Class<?>> made = new HashSet<>();
        for (ReadRule rule : world.rules()) {
            made.addAll(rule.makes());
            for (Conclusion each : world.of(rule)) {
                if (each instanceof Conclusion.Found it) {
                    found.add(rule.name() + ": " + it.severity() + " " + it.subject());
                }
            }
        }
        if (!found.equals(reported)) {
            wrong.add(where + " found " + found + " instead of " + reported);
        }
        for (Class<?> type : made) {
            Set<Object> derived = new HashSet<>();
            world.rules()
                    .forEach(rule -> World.derived(world.of(rule), type).forEach(it -> derived.add(unordered(it))));
            Set<Object> there = new HashSet<>();
            world.facts().of(type).forEach(it -> there.add(unordered(it)));
            boolean carried = where.endsWith("across");
            if (carried ? !there.containsAll(derived) : !there.equals(derived)) {
                Set<Object> more = new HashSet<>(derived);
                more.removeAll(there);
                there.removeAll(derived);
                wrong.add(where + " derived " + type.getSimpleName() + " too many " + more.size() + ", too few "
                        + there.size());
            }
        }
    }

    /** In which order a summary lists what it collects is of no account. */
    private static Object unordered(Object derived) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent part : derived.getClass().getRecordComponents()) {
            try {
                Object value = part.getAccessor().invoke(derived);
                parts.add(value instanceof List<?> list ? new HashSet<>(list) : value);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return parts;
    }

    private static Portfolio portfolio(Scenario scenario) {
        Vocabulary words = Vocabulary.parse("synonyms.csv", BOOK.files().text("synonyms.csv"));
        return Intake.read(List.of(scenario.facts()), IntakeOptions.of(scenario.asOf(), words))
                .portfolio();
    }
}
