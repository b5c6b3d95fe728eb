package org.throughline;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.Shelf;
import org.throughline.store.Store;
import org.throughline.store.StoreException;
import org.throughline.store.Texts;

/** Texts in the database that replicas have in common. */
record SharedShelf(Texts texts) implements Shelf {

    /** Null where the store is this machine's own: then the folder of its data is as good, and people can read it. */
    static @Nullable Shelf of(Store store, String name) {
        return store.isShared() ? new SharedShelf(store.texts(name)) : null;
    }

    @Override
    public String place() {
        return texts.place();
    }

    @Override
    public @Nullable String find(String name) throws IOException {
        return told(() -> texts.find(name)).orElse(null);
    }

    @Override
    public List<String> names() throws IOException {
        return told(texts::names).stream().sorted().toList();
    }

    @Override
    public void put(String name, String text) throws IOException {
        told(() -> {
            texts.put(name, text);
            return name;
        });
    }

    @Override
    public boolean putNew(String name, String text) throws IOException {
        return told(() -> texts.putNew(name, text));
    }

    @Override
    public void remove(String name) throws IOException {
        told(() -> {
            texts.remove(name);
            return name;
        });
    }

    /** Whoever keeps texts knows what to do where they cannot be read or written. */
    private static <T> T told(Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
