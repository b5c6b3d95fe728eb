package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what is asked for and of the tests that show it names tests that there are. */
class SecurityTableTest {

    private static final Pattern NAMED = Pattern.compile("`([a-z.]+\\.[A-Z]\\w+Test)(?:#(\\w+))?`");

    @Test
    void namesTestsThatThereAre() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher found = NAMED.matcher(Files.readString(Path.of("SECURITY.md")));
        while (found.find()) {
            named++;
            if (!isThere(found.group(1), found.group(2))) {
                missing.add(found.group());
            }
        }

        assertThat(missing).as("Tests that SECURITY.md names and nobody wrote").isEmpty();
        assertThat(named).isGreaterThan(30);
    }

    private static boolean isThere(String test, String method) {
        try {
            Class<?> type = Class.forName("org.throughline." + test);
            return method == null
                    || Stream.of(type.getDeclaredMethods())
                            .anyMatch(it -> it.getName().equals(method));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void everyLineSaysByWhatItIsShown() throws IOException {
        List<String> lines = Files.readString(Path.of("SECURITY.md"))
                .split("What applies and is not met")[0]
                .lines()
                .filter(line -> line.matches("\\| \\d+\\.\\d+.*"))
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(20)
                .allMatch(line -> NAMED.matcher(line).find());
    }
}
