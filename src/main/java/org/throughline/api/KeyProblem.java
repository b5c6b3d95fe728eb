package org.throughline.api;

import org.springframework.http.HttpStatus;

/** An {@code Idempotency-Key} by which a request cannot be done. */
final class KeyProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private KeyProblem(Refusal refusal) {
        super(refusal.title());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /**
     * The key without the quotation marks that a header of its kind has.
     *
     * @throws KeyProblem if it cannot be one
     */
    static String checked(String header) {
        String key = header.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (key.matches("[!#-~]{1,255}")) {
            return key;
        }
        String found =
                key.isEmpty() ? "nothing" : key.length() > 255 ? key.length() + " characters" : "\"" + key + "\"";
        throw new KeyProblem(new Refusal(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-unusable",
                "The Idempotency-Key cannot be used",
                found,
                "1 to 255 visible ASCII characters, such as a UUID",
                "Choose a new one for each new request, and send it again only with the same request."));
    }

    static KeyProblem reused(String key) {
        return new KeyProblem(new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The Idempotency-Key was sent with another request",
                "another address or body than with the first request of key " + key,
                "the same request, or a new key",
                "Choose a new key for a new request."));
    }

    static KeyProblem underWay(String key) {
        return new KeyProblem(new Refusal(
                HttpStatus.CONFLICT,
                "request-under-way",
                "The first request of this Idempotency-Key is still being answered",
                "a request of key " + key + " under way",
                "its answer first",
                "Send it again after 1 s, as the header Retry-After says."));
    }
}
