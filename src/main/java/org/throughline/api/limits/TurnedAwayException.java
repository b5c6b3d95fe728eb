package org.throughline.api.limits;

import org.springframework.http.HttpStatus;

/** A request that is not looked at, because there are too many: now, or from this client. It may be sent again later. */
public final class TurnedAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooMany;
    private final String found;
    private final String expected;
    private final int secondsToWait;

    private TurnedAwayException(boolean tooMany, String found, String expected, int secondsToWait) {
        super(found);
        this.tooMany = tooMany;
        this.found = found;
        this.expected = expected;
        this.secondsToWait = secondsToWait;
    }

    static TurnedAwayException busy(Turns.Outcome outcome, ServiceLimits limits) {
        boolean full = outcome == Turns.Outcome.FULL;
        return new TurnedAwayException(
                false,
                full
                        ? "more than " + limits.waitingAssessments() + " requests that wait for their turn"
                        : "no turn after " + limits.waitingSeconds() + " seconds of waiting",
                full
                        ? "at most " + limits.waitingAssessments() + " (setting " + ServiceLimits.PREFIX
                                + "waitingAssessments)"
                        : "a turn within " + limits.waitingSeconds() + " seconds (setting " + ServiceLimits.PREFIX
                                + "waitingSeconds)",
                full ? 2 : limits.waitingSeconds());
    }

    static TurnedAwayException tooMany(ServiceLimits limits, int secondsToWait) {
        return new TurnedAwayException(
                true,
                "more than " + limits.requestsPerMinute() + " requests a minute from this address",
                "at most " + limits.requestsPerMinute() + " (setting " + ServiceLimits.PREFIX + "requestsPerMinute)",
                secondsToWait);
    }

    /** 429 where it is this client, 503 where it is everybody. */
    public HttpStatus status() {
        return tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Of the kind of problem; clients may rely on it. */
    public String name() {
        return tooMany ? "too-many-requests" : "busy";
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }

    /** For the header {@code Retry-After}. */
    public int secondsToWait() {
        return secondsToWait;
    }
}
