package org.throughline.oracle;

import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;

/** The terms on names and other texts. */
final class Words {

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "the", "of", "for", "and", "to", "in", "on", "with", "ai", "pilot", "poc", "project", "tool",
            "system");

    private final Set<String> placeholders;
    private final Map<String, Set<String>> known = new HashMap<>();

    Words(Set<String> placeholders) {
        this.placeholders = placeholders;
    }

    /** Of a name; none of an absent one or a placeholder. */
    Set<String> of(@Nullable String name) {
        return name == null || isPlaceholder(name) ? Set.of() : known.computeIfAbsent(name, Words::split);
    }

    private static Set<String> split(String name) {
        Set<String> words = new HashSet<>();
        Matcher run = RUN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC));
        while (run.find()) {
            words.add(run.group().toLowerCase(Locale.ROOT));
        }
        words.removeAll(EMPTY_WORDS);
        return words;
    }

    private boolean isPlaceholder(String text) {
        return placeholders.contains(Texts.fold(text));
    }

    Truth oneInCommon(UseCase a, UseCase b) {
        Truth both = bothNamed(a, b);
        return both.isTrue() ? Truth.of(of(a.name()).stream().anyMatch(of(b.name())::contains)) : both;
    }

    /** The words in common over all words of both, two words or more each. */
    Truth similar(UseCase a, UseCase b, BigDecimal percent) {
        Truth both = bothNamed(a, b);
        return both.isTrue() ? jaccard(of(a.name()), of(b.name()), percent) : both;
    }

    private static Truth jaccard(Set<String> a, Set<String> b, BigDecimal percent) {
        if (a.size() < 2 || b.size() < 2) {
            return Truth.FALSE;
        }
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        int common = a.size() + b.size() - all.size();
        return Amounts.shareAtLeast(BigDecimal.valueOf(common), BigDecimal.valueOf(all.size()), percent);
    }

    private static Truth bothNamed(UseCase a, UseCase b) {
        return named(a, "name").and(named(b, "name"));
    }

    /** Equal texts, and not a placeholder. */
    Truth same(UseCase a, UseCase b, String column) {
        Truth both = named(a, column).and(named(b, column));
        if (!both.isTrue()) {
            return both;
        }
        String one = Texts.fold(String.valueOf(a.cell(column).value()));
        return Truth.of(!placeholders.contains(one)
                && one.equals(Texts.fold(String.valueOf(b.cell(column).value()))));
    }
}
