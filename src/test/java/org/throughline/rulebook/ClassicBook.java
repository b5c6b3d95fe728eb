package org.throughline.rulebook;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/**
 * The same rules by Drools' classic compiler, which turns conditions into MVEL instead of Java: another author's reading of the same text.
 * Only the bases differ; what rules say of themselves and all tables are those of the book.
 */
public final class ClassicBook {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule\\s.*?^end\\b[^\\n]*\\n?");
    private static final Pattern SCOPE = Pattern.compile("@scope\\(\\s*\"(\\w+)\"");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+[\\w.]+");

    private static final Pattern WRAPPED = Pattern.compile("\\baccumulate\\(\\s*(\\()");

    private ClassicBook() {}

    /** @throws AssertionError with what the classic compiler refuses */
    public static RuleBook of(RuleBook book) {
        return OwnClasses.with(() -> new RuleBook(
                book.files(),
                book.digest(),
                book.diagnostics(),
                book.thresholds(),
                book.headers(),
                base(book.files(), scope -> !scope.equals("organisation")),
                base(book.files(), scope -> !scope.isEmpty()),
                true));
    }

    private static KieBase base(RuleFiles files, Predicate<String> belongs) {
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        files.rules().texts().forEach((path, text) -> {
            String kept = kept(text, belongs);
            if (RULE.matcher(kept).find()) {
                sources.write("src/main/resources/rules/" + path.replace('/', '-'), kept);
            }
        });
        KieBuilder builder = services.newKieBuilder(sources, ClassicBook.class.getClassLoader());
        builder.buildAll();
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId(), ClassicBook.class.getClassLoader())
                .getKieBase();
    }

    /** One package as in the book itself, and of its rules those that belong. */
    private static String kept(String text, Predicate<String> belongs) {
        return RULE.matcher(PACKAGE.matcher(unwrapped(text)).replaceFirst("package rules"))
                .replaceAll(rule -> {
                    Matcher scope = SCOPE.matcher(rule.group());
                    return belongs.test(scope.find() ? scope.group(1) : "")
                            ? Matcher.quoteReplacement(rule.group())
                            : "";
                });
    }

    /**
     * Without parentheses around all that an accumulate gathers, {@code accumulate( ( A() and B() ), ... )}: they mean nothing, and the classic
     * compiler takes what is in them for a single pattern and refuses it.
     */
    private static String unwrapped(String text) {
        StringBuilder without = new StringBuilder(text);
        Matcher wrapped = WRAPPED.matcher(text);
        while (wrapped.find()) {
            int open = wrapped.start(1);
            without.setCharAt(open, ' ');
            without.setCharAt(closing(text, open), ' ');
        }
        return without.toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a parenthesis that nothing closes: " + text.substring(open));
    }
}
