package org.throughline.app;

import java.time.Duration;
import org.throughline.engine.Asker;

/** As long as it is open, who asks in this thread waits no longer for advice than was said: then it is a {@link java.util.concurrent.CancellationException}. */
public final class Patience implements AutoCloseable {

    private Patience() {}

    /** From now on. */
    public static Patience of(Duration longest) {
        Asker.waits(longest);
        return new Patience();
    }

    @Override
    public void close() {
        Asker.waitsForEver();
    }
}
