package org.throughline.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.throughline.api.jobs.JobRunner;
import org.throughline.api.jobs.JobRunner.Done;
import org.throughline.api.jobs.JobSettings;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Patience;
import org.throughline.app.Request;
import org.throughline.app.UnusableException;
import org.throughline.history.HistoryJson;
import org.throughline.report.AdviceJson;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Jobs.Turn;
import org.throughline.store.Store;

/** Advice as a job: the answer is that of a request that waits for it. */
@Configuration(proxyBeanMethods = false)
class AdviceJobs {

    /** Who took so many turns and came to no end takes the process with it. */
    private static final int MOST_TURNS = 3;

    @Bean
    JobRunner jobRunner(Store store, JobSettings settings, Advisor advisor, Meter meter) {
        return new JobRunner(
                store.jobs(), settings, (turn, percent) -> done(turn, percent, advisor, meter, settings.longest()));
    }

    private static Done done(Turn turn, IntConsumer percent, Advisor advisor, Meter meter, Duration longest) {
        try (Patience patience = Patience.of(longest)) {
            if (turn.job().attempts() > MOST_TURNS) {
                throw new IllegalStateException("it was begun " + MOST_TURNS + " times and came to no end");
            }
            Request request = Request.asOf(AdviceApi.day(turn.job().asOf()));
            Answer answer = meter.count(() -> advisor.advise(input(turn.files(), percent), request));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AdviceJson.write(answer.advice(), out);
            return new Done(200, out.toByteArray());
        } catch (UnusableException e) {
            return refused(ProblemDocuments.ofUnusable(e));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // nobody waits for it here
            }
            return refused(e instanceof CancellationException ? tooLong(longest) : ProblemDocuments.ours(e));
        }
    }

    private static ProblemDetail tooLong(Duration longest) {
        return new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "assessment-too-long",
                        "The assessment took too long",
                        "a job of more than " + longest.toSeconds() + " seconds",
                        "at most " + longest.toSeconds() + " (setting throughline.jobs.longest)",
                        "Send fewer facts at a time, or use the command line, which has no such limit.")
                .document();
    }

    private static Done refused(ProblemDetail problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", problem.getType().toString());
        document.put("title", problem.getTitle());
        document.put("status", problem.getStatus());
        document.put("detail", problem.getDetail());
        document.putAll(problem.getProperties());
        return new Done(problem.getStatus(), HistoryJson.text(document).getBytes(StandardCharsets.UTF_8));
    }

    private static Input input(List<SentBytes> files, IntConsumer percent) {
        long all = Math.max(
                1, files.stream().mapToLong(file -> file.bytes().length).sum());
        AtomicLong read = new AtomicLong();
        return Input.ofFiles(files.stream()
                .map(file -> new SentFile(
                        file.name(),
                        () -> new Counting(
                                new ByteArrayInputStream(file.bytes()),
                                bytes -> percent.accept((int) Math.min(100, read.addAndGet(bytes) * 100 / all)))))
                .toList());
    }

    /** Tells how much is read. */
    private static final class Counting extends FilterInputStream {

        private final IntConsumer bytes;

        Counting(InputStream in, IntConsumer bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes.accept(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            bytes.accept(Math.max(0, count));
            return count;
        }
    }
}
