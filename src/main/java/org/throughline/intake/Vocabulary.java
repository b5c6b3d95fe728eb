package org.throughline.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import org.throughline.facts.Texts;

/**
 * The words that people use for files, columns and values: {@code rules/synonyms.csv}, which analysts edit. Headers and values are
 * compared by their letters and digits alone; tokens as equal texts.
 */
public final class Vocabulary {

    private static final String ANY_END = "*";
    private static final int SHORTEST_START = 4;
    /** No word for a value is longer; a cell may be. */
    private static final int LONGEST_START = 100;

    /** How many blanks more than needed a token may hold. */
    private static final int LOOSE_BLANKS = 4;

    private static final int LONGEST_TOTAL = 20;

    private final Map<String, Kind> files;
    private final Map<Kind, Map<String, List<Meaning>>> headers;
    private final Map<Attribute, Map<String, Object>> values = new HashMap<>();
    private final Map<String, Nothing> tokens;
    /** First characters of tokens, and from 128 on last ones. */
    private final BitSet edges;

    private int longestToken;

    private final Map<String, String> units;
    private final Map<String, Integer> months;
    private final Set<String> placeholders;
    private final Set<String> totals;
    /** First characters of words for totals. */
    private final BitSet totalStarts;

    private final List<Problem> problems;

    private Vocabulary() {
        this.files = new HashMap<>();
        this.headers = new EnumMap<>(Kind.class);
        this.tokens = new HashMap<>();
        this.edges = new BitSet(256);
        this.units = new HashMap<>();
        this.months = new HashMap<>();
        this.placeholders = new HashSet<>();
        this.totals = new HashSet<>();
        this.totalStarts = new BitSet(128);
        this.problems = new ArrayList<>();
    }

    /** All but the values of another. */
    private Vocabulary(Vocabulary other) {
        this.files = other.files;
        this.headers = other.headers;
        this.tokens = other.tokens;
        this.edges = other.edges;
        this.longestToken = other.longestToken;
        this.units = other.units;
        this.months = other.months;
        this.placeholders = other.placeholders;
        this.totals = other.totals;
        this.totalStarts = other.totalStarts;
        this.problems = other.problems;
    }

    /**
     * Reads the table of synonyms. Faulty lines are left out and reported by {@link #problems()}.
     *
     * @param file its name in those problems
     */
    public static Vocabulary parse(String file, String csv) {
        Vocabulary vocabulary = new Vocabulary();
        for (Kind kind : Kind.values()) {
            vocabulary.files.put(Words.squeeze(kind.table()), kind);
            vocabulary.headers.put(kind, new HashMap<>());
        }
        new VocabularyReader(vocabulary, file).read(csv);
        return vocabulary;
    }

    /** Lines of the table that could not be understood. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Values that stand for "not told", as equal texts (folded): they name nothing, so they link nothing. */
    public Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    @Nullable
    Kind file(String squeezed) {
        return files.get(squeezed);
    }

    List<Meaning> header(Kind kind, String squeezed) {
        return headers.get(kind).getOrDefault(squeezed, List.of());
    }

    /** The enumeration's constant (for yes or no, a Boolean) that the word means in that column, or null. */
    @Nullable
    Object value(Attribute attribute, String word) {
        Map<String, Object> words = values.getOrDefault(attribute, Map.of());
        String squeezed = Words.squeeze(word);
        Object whole = words.get(squeezed);
        for (int end = Math.min(squeezed.length(), LONGEST_START); whole == null && end >= SHORTEST_START; end--) {
            whole = words.get(squeezed.substring(0, end) + ANY_END);
        }
        return whole;
    }

    /** A word for a value as it is looked up; a star at its end stands for anything. */
    static String wordKey(String word) {
        return word.endsWith(ANY_END) ? Words.squeeze(word) + ANY_END : Words.squeeze(word);
    }

    /** The same words, and those of a mapping before them. */
    Vocabulary with(Map<Attribute, Map<String, Object>> more) {
        if (more.isEmpty()) {
            return this;
        }
        Vocabulary both = new Vocabulary(this);
        values.forEach((attribute, words) -> both.values.put(attribute, new HashMap<>(words)));
        more.forEach((attribute, words) ->
                both.values.computeIfAbsent(attribute, key -> new HashMap<>()).putAll(words));
        return both;
    }

    @Nullable
    Nothing token(String trimmed) {
        return mayBeToken(trimmed) ? tokens.get(Texts.fold(trimmed)) : null;
    }

    /** Most cells are no token, which their first and last characters show at once. */
    private boolean mayBeToken(String trimmed) {
        int length = trimmed.length();
        if (length == 0 || length > longestToken + LOOSE_BLANKS) {
            return false;
        }
        char first = Character.toLowerCase(trimmed.charAt(0));
        char last = Character.toLowerCase(trimmed.charAt(length - 1));
        return first > 127 || last > 127 || edges.get(first) && edges.get(128 + last);
    }

    /** Whether the word starts a row that sums up others. */
    boolean isTotal(String trimmed) {
        return mayBeTotal(trimmed) && totals.contains(Texts.fold(trimmed));
    }

    /** Most rows start with an id, which its first character and its length show at once. */
    private boolean mayBeTotal(String trimmed) {
        boolean fits = !trimmed.isEmpty() && trimmed.length() < LONGEST_TOTAL;
        char first = fits ? Character.toLowerCase(trimmed.charAt(0)) : 0;
        return fits && (first > 127 || totalStarts.get(first));
    }

    void addTotal(String word) {
        String folded = Texts.fold(word);
        totals.add(folded);
        totalStarts.set(folded.charAt(0) < 128 ? folded.charAt(0) : 0);
    }

    /** {@code h}, {@code d}, {@code w}, {@code min} or {@code s}, or null. */
    @Nullable
    String unit(String word) {
        return units.get(Texts.fold(word));
    }

    /** 1..12, or null. */
    @Nullable
    Integer month(String word) {
        return months.get(Texts.fold(word));
    }

    void addFile(Kind kind, String synonym) {
        files.put(Words.squeeze(synonym), kind);
    }

    void addHeader(Meaning meaning, String synonym) {
        Map<String, List<Meaning>> ofKind = headers.get(meaning.attribute().kind());
        List<Meaning> known = ofKind.computeIfAbsent(Words.squeeze(synonym), key -> new ArrayList<>());
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
    }

    void addValue(Attribute attribute, String synonym, Object means) {
        values.computeIfAbsent(attribute, key -> new HashMap<>()).put(wordKey(synonym), means);
    }

    void addToken(String token, Nothing means) {
        String folded = Texts.fold(token);
        tokens.put(folded, means);
        longestToken = Math.max(longestToken, folded.length());
        edges.set(folded.charAt(0) < 128 ? folded.charAt(0) : 0);
        edges.set(128 + (folded.charAt(folded.length() - 1) < 128 ? folded.charAt(folded.length() - 1) : 0));
    }

    void addUnit(String word, String unit) {
        units.put(Texts.fold(word), unit);
    }

    void addMonth(String word, int month) {
        months.put(Texts.fold(word), month);
    }

    void addPlaceholder(String word) {
        placeholders.add(Texts.fold(word));
    }

    void addProblem(Problem problem) {
        problems.add(problem);
    }
}
