package org.throughline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.ValueStream;
import org.throughline.advice.ValueStream.StepTime;

/**
 * Where the lead time of a workflow goes: each step's wait and work, one after the other.
 *
 * @param number from 1, in the order of the document
 * @param ceilings the most that each use case on a step can take off the lead time, as sentences
 */
record FlowPicture(int number, String name, List<Bar> bars, BigDecimal scale, String summary, List<String> ceilings) {

    private static final int SHOWN = 12;

    /** A step from {@code start} hours on; what is not known is null and takes no room. */
    record Bar(
            String step,
            String team,
            BigDecimal start,
            @Nullable BigDecimal waitH,
            @Nullable BigDecimal workH,
            boolean constraint) {

        String waiting() {
            return hours(waitH);
        }

        String work() {
            return hours(workH);
        }

        private static String hours(@Nullable BigDecimal hours) {
            return hours == null ? "not known" : Words.number(hours) + " h";
        }
    }

    boolean hasCeilings() {
        return !ceilings.isEmpty();
    }

    /** Of the workflows with any time known, the slowest; in the order of their ids. */
    static List<FlowPicture> of(List<ValueStream> streams) {
        List<ValueStream> slowest = streams.stream()
                .filter(stream -> total(stream).signum() > 0)
                .sorted(Comparator.comparing(FlowPicture::total).reversed().thenComparing(ValueStream::workflowId))
                .limit(SHOWN)
                .toList();
        List<FlowPicture> pictures = new ArrayList<>();
        streams.stream().filter(slowest::contains).forEach(stream -> pictures.add(of(stream, pictures.size() + 1)));
        return pictures;
    }

    private static FlowPicture of(ValueStream stream, int number) {
        List<Bar> bars = bars(stream);
        return new FlowPicture(
                number,
                Words.clean(stream.name()),
                bars,
                total(stream),
                summary(stream),
                stream.ceilings().stream()
                        .map(it -> "However good it gets, " + Words.clean(it.useCaseName()) + " can take at most "
                                + Words.percent(it.share()) + " off the lead time.")
                        .toList());
    }

    private static List<Bar> bars(ValueStream stream) {
        List<Bar> bars = new ArrayList<>();
        BigDecimal start = BigDecimal.ZERO;
        for (StepTime step : stream.steps()) {
            String team = step.team() == null ? "" : Words.clean(step.team());
            bars.add(new Bar(
                    Words.clean(step.name()), team, start, step.waitH(), step.processTimeH(), step.constraint()));
            start = start.add(orZero(step.waitH())).add(orZero(step.processTimeH()));
        }
        return bars;
    }

    private static BigDecimal total(ValueStream stream) {
        BigDecimal known = sum(stream, StepTime::processTimeH).add(sum(stream, StepTime::waitH));
        return known.signum() == 0 ? known : known.max(orZero(stream.leadTimeH()));
    }

    private static BigDecimal sum(ValueStream stream, Function<StepTime, @Nullable BigDecimal> hours) {
        return stream.steps().stream().map(hours).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal orZero(@Nullable BigDecimal hours) {
        return hours == null ? BigDecimal.ZERO : hours;
    }

    private static String summary(ValueStream stream) {
        String lead = stream.leadTimeH() == null ? "" : "Lead time " + Words.number(stream.leadTimeH()) + " h. ";
        String known = "Known: " + Words.number(sum(stream, StepTime::processTimeH)) + " h of work, "
                + Words.number(sum(stream, StepTime::waitH)) + " h of waiting.";
        return lead + known + longestWait(stream) + constraint(stream);
    }

    private static String longestWait(ValueStream stream) {
        return stream.steps().stream()
                .filter(step -> orZero(step.waitH()).signum() > 0)
                .min(Comparator.comparing(step -> orZero(step.waitH()).negate()))
                .map(step -> " The longest wait is before " + Words.clean(step.name()) + ": "
                        + Words.number(orZero(step.waitH())) + " h.")
                .orElse("");
    }

    private static String constraint(ValueStream stream) {
        return stream.steps().stream()
                .filter(StepTime::constraint)
                .findFirst()
                .map(step -> " The constraint is " + Words.clean(step.name()) + ".")
                .orElse("");
    }

    void data(Json json) {
        json.text("name", name);
        json.put("scale", scale);
        json.objects("steps", bars, bar -> {
            json.text("name", bar.step());
            json.put("start", bar.start());
            json.put("wait", bar.waitH());
            json.put("work", bar.workH());
            json.put("constraint", bar.constraint());
        });
    }
}
