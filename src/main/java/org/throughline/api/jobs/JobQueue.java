package org.throughline.api.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Job;
import org.throughline.store.Jobs;
import org.throughline.store.Store;

/** What waits to be done, is done, and was done. */
@Component
public class JobQueue {

    private static final int ID_BYTES = 12;

    private final Jobs jobs;
    private final JobSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    JobQueue(Store store, JobSettings settings) {
        this.jobs = store.jobs();
        this.settings = settings;
    }

    /** Too many wait already. */
    public static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean isOwn;
        private final String found;
        private final String expected;

        /** @param isOwn whether they are all of whoever asks */
        public FullException(boolean isOwn, String found, String expected) {
            super(found);
            this.isOwn = isOwn;
            this.found = found;
            this.expected = expected;
        }

        public boolean isOwn() {
            return isOwn;
        }

        public String found() {
            return found;
        }

        public String expected() {
            return expected;
        }
    }

    /**
     * @param kind the name of a {@link JobKind}
     * @throws FullException if as many wait or run as may
     */
    public Job add(String kind, @Nullable String asOf, List<SentBytes> files, String owner) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Job job = new Job(
                "job-" + HexFormat.of().formatHex(id), kind, owner, asOf, "waiting", 0, 0, clock.instant(), null, null);
        if (!jobs.add(job, files, settings.waiting(), settings.waitingPerClient())) {
            throw jobs.unfinished(owner) >= settings.waitingPerClient()
                    ? full(settings.waitingPerClient(), true, "waiting-per-client")
                    : full(settings.waiting(), false, "waiting");
        }
        return job;
    }

    private static FullException full(int most, boolean isOwn, String setting) {
        return new FullException(
                isOwn,
                "more than " + most + " jobs" + (isOwn ? " of yours" : "") + " that wait or run",
                "at most " + most + " (setting throughline.jobs." + setting + ")");
    }

    public Optional<Job> one(String id) {
        return jobs.one(id);
    }

    /** The latest first. */
    public List<Job> all(Jobs.Wanted wanted, int limit) {
        return jobs.all(wanted, limit);
    }

    /** How many are to be done before it. */
    public int before(Job job) {
        return job.isDone() ? 0 : jobs.before(job);
    }

    public boolean cancel(Job job) {
        return jobs.remove(job.id());
    }

    /** Empty where it is not done. */
    public Optional<byte[]> result(Job job) {
        return jobs.result(job.id());
    }
}
