package org.throughline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A guide in Markdown, as the steps that its readers take: the blocks between its fences, in their order. */
public final class Guide {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)(?: ([^\\n]*))?\\n(.*?)^```$");
    private static final String PROMPT = "$ ";
    private static final String REST = "...";

    private Guide() {}

    /**
     * A block.
     *
     * @param kind {@code console}, {@code diff}, or what a file holds
     * @param about the file's path, or how a command ends; may be empty
     */
    public record Block(String kind, String about, String text) {

        /** Commands with what is shown of them, of a {@code console} block. */
        public List<Command> commands() {
            List<Command> commands = new ArrayList<>();
            for (String line : text.lines().toList()) {
                if (line.startsWith(PROMPT)) {
                    commands.add(new Command(line.substring(PROMPT.length()), new ArrayList<>()));
                } else {
                    commands.get(commands.size() - 1).shown().add(line);
                }
            }
            return commands;
        }

        /** The lines of a {@code diff} block that begin so, without that sign. */
        public String lines(char sign) {
            StringBuilder lines = new StringBuilder();
            text.lines()
                    .filter(line -> line.charAt(0) == sign)
                    .forEach(line -> lines.append(line.substring(1)).append('\n'));
            return lines.toString();
        }
    }

    /** @param shown lines; one of three dots stands for any lines that are left out */
    public record Command(String line, List<String> shown) {

        /** Its words; those in quotes are one. */
        public List<String> words() {
            Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
            return word.results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .toList();
        }

        /** An expression that is matched by what it says. */
        public Pattern output() {
            StringBuilder all = new StringBuilder();
            shown.forEach(line -> all.append(line.equals(REST) ? "(?:[^\\n]*\\n)*?" : expression(line)));
            return Pattern.compile(shown.isEmpty() ? "(?s).*" : all.toString());
        }
    }

    /** Three dots within a line stand for figures that grow with the rules. */
    private static String expression(String line) {
        return Stream.of(line.split(Pattern.quote(REST), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\n]*", "", "\\n"));
    }

    public static List<Block> blocks(String markdown) {
        return BLOCK.matcher(markdown.replace("\r\n", "\n"))
                .results()
                .map(found -> new Block(
                        found.group(1),
                        found.group(2) == null ? "" : found.group(2).strip(),
                        found.group(3)))
                .toList();
    }
}
