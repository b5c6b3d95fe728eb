package org.throughline.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** A request whose body was read to compare it with others, and can be read again. */
final class ReadRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final String fingerprint;

    private ReadRequest(HttpServletRequest request, byte[] body, String fingerprint) {
        super(request);
        this.body = body;
        this.fingerprint = fingerprint;
    }

    /**
     * Nothing where it is a form that the server cannot take apart: whoever is to answer it says why.
     *
     * @throws TooLargeException if its body is larger
     */
    static Optional<ReadRequest> of(HttpServletRequest request, DataSize largest) throws IOException {
        MessageDigest digest = sha256();
        String query = request.getQueryString();
        digest.update(
                (request.getRequestURI() + "?" + (query == null ? "" : query) + "\n").getBytes(StandardCharsets.UTF_8));
        String type = request.getContentType() == null ? "" : request.getContentType();
        byte[] body = new byte[0];
        if (type.startsWith("multipart/")) {
            try {
                parts(request, digest); // which the server keeps, to be read again; their boundary is another each time
            } catch (IOException | ServletException | IllegalStateException e) {
                return Optional.empty();
            }
        } else {
            body = Sent.bytes(request, largest);
            digest.update((type + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(body);
        }
        return Optional.of(new ReadRequest(request, body, HexFormat.of().formatHex(digest.digest())));
    }

    private static void parts(HttpServletRequest request, MessageDigest digest) throws IOException, ServletException {
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Part part : request.getParts()) {
                String head = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
                out.write(head.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = part.getInputStream()) {
                    in.transferTo(out);
                }
            }
        }
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of address and body. */
    String fingerprint() {
        return fingerprint;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Kept(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Kept(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("it is all there");
        }
    }
}
