package org.throughline.rulebook;

import java.util.function.Supplier;

/**
 * Runs Drools with this program's class loader as the thread's. Drools finds its services through the thread's loader, at first use and
 * for the life of the JVM: a first use on a pool's or a container's thread that lacks it would leave all later ones without.
 */
public final class OwnClasses {

    private OwnClasses() {}

    public static <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClasses.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
