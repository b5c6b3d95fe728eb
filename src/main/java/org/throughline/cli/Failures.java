package org.throughline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throughline.app.UnusableException;
import org.throughline.app.WrongUseException;
import org.throughline.facts.Problem;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.StoreException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where what went wrong becomes words and an exit code. Nobody is shown a stack trace. */
final class Failures {

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    /** Wrong use: what is wrong, what may have been meant, where to read more. */
    int wrongUse(ParameterException e) {
        PrintWriter err = console.err();
        err.println(e instanceof OverwrittenOptionException twice ? said(twice) : said(e));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USE;
    }

    private static String said(OverwrittenOptionException twice) {
        String name = ((OptionSpec) twice.getOverwritten()).longestName();
        return name + " is given twice, and nobody can tell which of them counts: leave one out.";
    }

    /** What is no number is told as everything else is: picocli speaks of Java's types. */
    private static String said(ParameterException e) {
        String value = e.getValue();
        return e.getArgSpec() instanceof OptionSpec option
                        && value != null
                        && e.getMessage().matches("(?s).* is not an? (int|long)")
                ? option.longestName() + ": found \"" + value + "\", expected a whole number"
                : e.getMessage();
    }

    int failed(Throwable thrown) {
        if (thrown instanceof UnusableException unusable) {
            if (unusable.flaws().isEmpty()) {
                Problems.explain(unusable.problems(), console);
            } else {
                Problems.inRules(unusable.flaws(), console);
            }
            return unusable instanceof WrongUseException ? ExitCode.WRONG_USE : ExitCode.UNREADABLE;
        }
        if (thrown instanceof RefusedException refused) {
            Problems.explain(refused.problems(), console);
            return ExitCode.WRONG_USE;
        }
        if (thrown instanceof StoreException store) {
            Problems.explain(List.of(problem(store)), console);
            return ExitCode.UNREADABLE;
        }
        if (thrown instanceof OutOfMemoryError) {
            console.err().println("Not enough memory. Give it more: java -Xmx4g -jar throughline.jar ...");
            return ExitCode.UNREADABLE;
        }
        if (thrown instanceof UncheckedIOException || thrown instanceof IOException) {
            console.err().println("A file could not be read or written: " + reason(thrown));
            return ExitCode.UNREADABLE;
        }
        console.err().println("Something went wrong that should not have" + details(thrown));
        return ExitCode.UNREADABLE;
    }

    private static Problem problem(StoreException it) {
        return new Problem(
                Problem.Severity.ERROR, it.place(), null, null, null, it.found(), it.expected(), it.fix(), null);
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
        if (cause instanceof FileSystemException file) {
            String why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return file.getFile() + ": " + why.replace("Exception", "");
        }
        return String.valueOf(cause.getMessage());
    }

    /** The trace goes to a file, for whoever mends it. */
    private static String details(Throwable thrown) {
        try {
            Path file = Files.createTempFile("throughline-error-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                thrown.printStackTrace(writer);
            }
            return "; please report it with the details in " + file;
        } catch (IOException e) {
            return ": " + thrown;
        }
    }
}
