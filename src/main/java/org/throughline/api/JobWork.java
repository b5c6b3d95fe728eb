package org.throughline.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.throughline.api.jobs.JobKind;
import org.throughline.api.jobs.JobRunner;
import org.throughline.api.jobs.JobRunner.Done;
import org.throughline.api.jobs.JobSettings;
import org.throughline.app.Patience;
import org.throughline.app.UnusableException;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.Jobs.Turn;
import org.throughline.store.Store;

/** Does jobs by their kind; what goes wrong is a problem document, as it would be of a request that waits. */
@Configuration(proxyBeanMethods = false)
class JobWork {

    /** Who took so many turns and came to no end takes the process with it. */
    private static final int MOST_TURNS = 3;

    @Bean
    JobRunner jobRunner(Store store, JobSettings settings, List<JobKind> kinds) {
        Map<String, JobKind> byName =
                kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
        return new JobRunner(
                store.jobs(), settings, (turn, percent) -> done(turn, percent, byName, settings.longest()));
    }

    private static Done done(Turn turn, IntConsumer percent, Map<String, JobKind> kinds, Duration longest) {
        try (Patience patience = Patience.of(longest)) {
            if (turn.job().attempts() > MOST_TURNS) {
                throw new IllegalStateException("it was begun " + MOST_TURNS + " times and came to no end");
            }
            JobKind kind = kinds.get(turn.job().kind());
            if (kind == null) {
                throw new IllegalStateException(
                        "a job of another release: " + turn.job().kind());
            }
            return new Done(200, kind.answer(turn, percent));
        } catch (UnusableException e) {
            return refused(ProblemDocuments.ofUnusable(e));
        } catch (RefusedException e) {
            return refused(PortfolioProblems.document(e));
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
}
