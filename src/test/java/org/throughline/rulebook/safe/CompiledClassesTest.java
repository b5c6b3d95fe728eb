package org.throughline.rulebook.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Should something come past the check of the texts, the classes that it was compiled to are not loaded. */
class CompiledClassesTest {

    @Test
    void callsOnlyWhatIsListed() {
        assertThat(forbidden(Calling.class))
                .contains(
                        "it uses java.lang.Runtime.getRuntime",
                        "it uses java.lang.Runtime.exec",
                        "it uses java.lang.System.exit",
                        "it uses java.lang.String.repeat",
                        "it uses java.lang.Object.getClass",
                        "it uses org.throughline.rulebook.safe.Watch.tick");
    }

    @Test
    void hasNoLoops() {
        assertThat(forbidden(Looping.class)).contains("it has a loop");
    }

    @Test
    void isNothingButARule() {
        assertThat(forbidden(Other.class))
                .contains(
                        "it makes a class org.throughline.rulebook.safe.CompiledClassesTest$Other",
                        "it makes a kind of java/lang/Thread",
                        "it makes a kind of java.util.function.Supplier",
                        "it names java.lang.Runtime");
    }

    @Test
    void waitsForNobody() {
        assertThat(forbidden(Waiting.class))
                .contains("it waits for others", "it makes a function both of a kind that rules do not have");
    }

    @Test
    void isAClass() {
        assertThat(CompiledClasses.forbidden(Map.of("rules/X", new byte[] {1, 2, 3})))
                .containsExactly("rules/X is no class that can be read");
    }

    private static List<String> forbidden(Class<?> type) {
        String name = type.getName().replace('.', '/');
        try (InputStream in = type.getResourceAsStream("/" + name + ".class")) {
            return CompiledClasses.forbidden(Map.of(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Calling {
        String call() throws IOException {
            Runtime.getRuntime().exec(new String[] {"id"});
            System.exit(1);
            Watch.tick("");
            return "x".repeat(3) + this.getClass();
        }
    }

    static final class Looping {
        void loop(boolean on) {
            while (on) {
                hashCode();
            }
        }
    }

    static final class Other extends Thread implements Supplier<Object> {
        @Override
        public Object get() {
            return Runtime.class;
        }
    }

    static final class Waiting {
        synchronized void both() {}

        void lock() {
            synchronized (this) {
                both();
            }
        }
    }
}
