package org.throughline.rulebook.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code rules/README.md} tells people the same list that rules are held against. */
class AllowedTest {

    @Test
    void everythingThatIsAllowedIsDocumented() throws IOException {
        String readme = Files.readString(Path.of("rules/README.md"));
        String section = readme.substring(readme.indexOf("## What a rule may do"));

        assertThat(Stream.of(
                                Allowed.TYPES,
                                Allowed.SUMMARIES,
                                Allowed.SAYINGS,
                                Allowed.ofJava(),
                                java.util.Set.of(Allowed.FACTS, Allowed.DERIVED, Allowed.FUNCTIONS, Allowed.FINDINGS))
                        .flatMap(java.util.Set::stream))
                .allSatisfy(name -> assertThat(section).contains(name));
    }

    @Test
    void nothingThatReachesFurtherIsAllowed() {
        assertThat(Allowed.isImportable("java.lang.Runtime")).isFalse();
        assertThat(Allowed.isImportable("org.throughline.app.Rules")).isFalse();
        assertThat(Allowed.isCallable(String.class, "repeat")).isFalse();
        assertThat(Allowed.isCallable(Object.class, "getClass")).isFalse();
        assertThat(Allowed.isCallable(Class.class, "getClassLoader")).isFalse();
    }
}
