package org.throughline.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.throughline.api.jobs.JobKind;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Request;
import org.throughline.report.AdviceJson;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Jobs.Turn;

/** Advice as a job: the answer is that of a request that waits for it. */
@Component
class AdviceJob implements JobKind {

    static final String KIND = "advice";

    private final Advisor advisor;
    private final Meter meter;

    AdviceJob(Advisor advisor, Meter meter) {
        this.advisor = advisor;
        this.meter = meter;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public byte[] answer(Turn turn, IntConsumer percent) {
        Request request = Request.asOf(AdviceApi.day(turn.job().asOf()));
        Answer answer = meter.count(() -> advisor.advise(input(turn.files(), percent), request));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AdviceJson.write(answer.advice(), out);
        return out.toByteArray();
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
