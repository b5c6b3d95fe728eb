package org.throughline.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is large, once for the same bytes, and checked against its name when it is read. */
final class Contents {

    private final JdbcClient sql;

    Contents(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return its name: the SHA-256 of the bytes */
    String keep(Content content) {
        sql.sql("insert into content (sha256, size, packed) values (?, ?, ?) on conflict do nothing")
                .params(content.sha256(), content.size(), content.packed())
                .update();
        return content.sha256();
    }

    byte[] of(String sha256) {
        byte[] packed = sql.sql("select packed from content where sha256 = ?")
                .param(sha256)
                .query((row, number) -> row.getBytes(1))
                .single();
        byte[] bytes = unpacked(packed);
        if (!sha256(bytes).equals(sha256)) {
            throw new IllegalStateException("content " + sha256 + " is not what was kept: restore a backup");
        }
        return bytes;
    }

    /** Bytes with their name, packed before anybody holds a transaction open. */
    record Content(String sha256, long size, byte[] packed) {

        static Content of(byte[] bytes) {
            return new Content(Contents.sha256(bytes), bytes.length, Contents.packed(bytes));
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
