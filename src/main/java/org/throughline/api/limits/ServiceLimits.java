package org.throughline.api.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service; what turns a request away names the one that did. All are whole numbers from 1 up.
 *
 * @param concurrentAssessments that run at a time; 0 stands for one for each processor
 * @param waitingAssessments that may wait for their turn; who comes beyond them is turned away at once
 * @param waitingSeconds after which who still waits is turned away
 * @param assessmentSeconds after which who has a turn is stopped
 * @param requestsPerMinute from one address; 0 stands for no limit, as is right where all clients are known
 */
@ConfigurationProperties("throughline.limit")
public record ServiceLimits(
        @DefaultValue("0") int concurrentAssessments,
        @DefaultValue("100") int waitingAssessments,
        @DefaultValue("30") int waitingSeconds,
        @DefaultValue("300") int assessmentSeconds,
        @DefaultValue("0") int requestsPerMinute) {

    static final String PREFIX = "throughline.limit.";

    public ServiceLimits {
        check("concurrentAssessments", concurrentAssessments, 0);
        check("waitingAssessments", waitingAssessments, 0);
        check("waitingSeconds", waitingSeconds, 1);
        check("assessmentSeconds", assessmentSeconds, 1);
        check("requestsPerMinute", requestsPerMinute, 0);
    }

    private static void check(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    PREFIX + name + " is " + value + ", not a whole number from " + least + " up.");
        }
    }

    /** How many may run at a time on this machine. */
    int running() {
        return concurrentAssessments == 0 ? Runtime.getRuntime().availableProcessors() : concurrentAssessments;
    }
}
