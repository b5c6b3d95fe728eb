package org.throughline.testkit;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A form with files, as a browser sends it: {@code new Multipart().file("files", "use_cases.csv", "id,name,stage")}. */
public final class Multipart {

    private static final String BOUNDARY = "----throughline";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart file(String part, String name, String... lines) {
        return file(part, name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String part, String name, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        return text("\r\n");
    }

    public Multipart field(String part, String value) {
        return text(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + value + "\r\n");
    }

    /** The request, with this as its body. */
    public HttpRequest.Builder post(HttpRequest.Builder request) {
        text("--" + BOUNDARY + "--\r\n");
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Multipart text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
