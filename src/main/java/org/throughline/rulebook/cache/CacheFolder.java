package org.throughline.rulebook.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/**
 * Blocks of bytes by their key, in a folder of the user's own. It is never needed: whatever is wrong with it is told once, and things are
 * worked out anew. May be shared by threads and by processes.
 */
public final class CacheFolder {

    /** Keeps nothing. */
    public static final CacheFolder NONE = new CacheFolder(null, 0);

    private static final String EXTENSION = ".rules";
    private static final int SUM = 32;

    /** Of a block: a rule file of eight rules takes 30 KB. */
    private static final long LARGEST = 16L << 20;

    private final @Nullable Path folder;
    private final long room;
    private @Nullable OwnFolder own;
    private boolean refused;

    private CacheFolder(@Nullable Path folder, long room) {
        this.folder = folder;
        this.room = room;
    }

    /**
     * Nothing is looked at before the first block is asked for.
     *
     * @param room bytes that all blocks may take together; the oldest go first
     */
    public static CacheFolder in(Path folder, long room) {
        return new CacheFolder(folder, room);
    }

    /**
     * The block that was put there last, or null.
     *
     * @param key letters and digits
     * @param told what is wrong with the folder or with the block
     */
    public byte @Nullable [] get(String key, Consumer<Problem> told) {
        OwnFolder usable = usable(told);
        if (usable == null) {
            return null;
        }
        Path file = usable.path().resolve(key + EXTENSION);
        try {
            String found = usable.whyNot(file);
            byte[] block = found == null ? block(file) : null;
            if (block == null) {
                told.accept(OwnFolder.problem(
                        file,
                        found == null ? "It is damaged." : found,
                        "What this program wrote there.",
                        "Nothing: it is compiled and written anew."));
                Files.delete(file);
            }
            return block;
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException unreadable) {
            return null; // as if it were not there
        }
    }

    /** Null where it is not what was written. */
    private static byte @Nullable [] block(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return null;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < SUM) {
            return null;
        }
        byte[] block = Arrays.copyOfRange(bytes, SUM, bytes.length);
        return Arrays.equals(sum(block), Arrays.copyOf(bytes, SUM)) ? block : null;
    }

    /** At once, or not at all: nobody ever sees a part of it. */
    public void put(String key, byte[] block, Consumer<Problem> told) {
        OwnFolder usable = usable(told);
        if (usable == null || block.length > LARGEST) {
            return;
        }
        try {
            Path part = Files.createTempFile(usable.path(), key, ".tmp");
            try {
                Files.write(
                        part,
                        ByteBuffer.allocate(SUM + block.length)
                                .put(sum(block))
                                .put(block)
                                .array());
                Files.move(part, usable.path().resolve(key + EXTENSION), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            makeRoom(usable.path());
        } catch (IOException full) {
            // then the next run compiles too
        }
    }

    private synchronized @Nullable OwnFolder usable(Consumer<Problem> told) {
        if (folder != null && own == null && !refused) {
            try {
                own = OwnFolder.of(folder);
            } catch (OwnFolder.Refused e) {
                refused = true;
                told.accept(e.problem());
            }
        }
        return own;
    }

    private record Block(Path file, long bytes, long written) {}

    private void makeRoom(Path in) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(in, "*{" + EXTENSION + ",.tmp}")) {
            for (Path file : files) {
                blocks.add(new Block(
                        file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
            }
        }
        long taken = blocks.stream().mapToLong(Block::bytes).sum();
        blocks.sort(Comparator.comparingLong(Block::written));
        for (Block oldest : blocks) {
            if (taken <= room) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            taken -= oldest.bytes();
        }
    }

    private static byte[] sum(byte[] block) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(block);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
