package org.throughline.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.ValueStream;
import org.throughline.advice.ValueStream.Ceiling;
import org.throughline.advice.ValueStream.StepTime;
import org.throughline.facts.Handoff;
import org.throughline.findings.Finding;
import org.throughline.findings.SubjectType;

/**
 * A workflow drawn as a value stream, laid out in pixels: a lane for each team, a box for each step, and below them the ladder of waiting
 * (high) and work (low).
 */
public record FlowMap(
        ValueStream it,
        int width,
        int height,
        List<Lane> lanes,
        List<Box> boxes,
        List<Arrow> arrows,
        List<Rung> rungs,
        String ladder,
        int ladderTop,
        String summary) {

    private static final int LEFT = 130;
    private static final int COLUMN = 200;
    private static final int BOX = 152;
    private static final int TOP = 16;
    private static final int BOX_HEIGHT = 74;
    private static final int PILOT = 34;
    private static final int LETTERS = 19;
    private static final int PILOT_LETTERS = 23;
    private static final int LADDER = 92;

    /** A team. */
    public record Lane(List<String> name, int top, int height) {}

    /** A step; {@code found} is how many findings are about it. */
    public record Box(
            StepTime step, int x, int y, int width, int height, List<String> name, List<Pilot> pilots, int found) {}

    /** A use case on a step, with the most that it can take off the lead time. */
    public record Pilot(
            String id, String name, String full, @Nullable BigDecimal share, int y) {}

    /**
     * A handoff.
     *
     * @param finding the worst about it, or null
     */
    public record Arrow(
            String path,
            int labelX,
            int labelY,
            @Nullable BigDecimal waitH,
            @Nullable Finding finding) {}

    /** A part of the ladder with its hours; of a wait the label stands above, of work below. */
    public record Rung(
            int x, int y, boolean waiting, @Nullable BigDecimal hours, boolean longest) {}

    static FlowMap of(ValueStream it, Lookup lookup) {
        return new Maker(it, lookup).map();
    }

    /** Everything that the layout is worked out from, step by step. */
    private static final class Maker {

        private final ValueStream it;
        private final Lookup lookup;
        private final Map<String, Finding> onHandoffs = new HashMap<>();
        private final Map<String, Integer> onSteps = new HashMap<>();
        private final Map<String, List<Ceiling>> pilots = new HashMap<>();
        private final Map<String, Integer> laneTops = new HashMap<>();
        private final List<Lane> lanes = new ArrayList<>();
        private final Map<String, Box> boxes = new LinkedHashMap<>();
        private int bottom = TOP;

        Maker(ValueStream it, Lookup lookup) {
            this.it = it;
            this.lookup = lookup;
            for (Finding finding : lookup.advice().findings()) {
                if (finding.subject().type() == SubjectType.HANDOFF) {
                    onHandoffs.merge(finding.subject().id(), finding, Maker::worse);
                } else if (finding.subject().type() == SubjectType.STEP) {
                    onSteps.merge(finding.subject().id(), 1, Integer::sum);
                }
            }
            it.ceilings()
                    .forEach(ceiling -> pilots.computeIfAbsent(ceiling.stepId(), key -> new ArrayList<>())
                            .add(ceiling));
        }

        private static Finding worse(Finding one, Finding other) {
            return other.severity().compareTo(one.severity()) < 0 ? other : one;
        }

        FlowMap map() {
            lanes();
            boxes();
            List<Arrow> arrows = arrows();
            int ladderTop = bottom + 24;
            StringBuilder ladder = new StringBuilder();
            List<Rung> rungs = rungs(ladderTop, ladder);
            int width = LEFT + it.steps().size() * COLUMN + 10;
            return new FlowMap(
                    it,
                    width,
                    ladderTop + LADDER,
                    lanes,
                    List.copyOf(boxes.values()),
                    arrows,
                    rungs,
                    ladder.toString(),
                    ladderTop,
                    summary());
        }

        private void lanes() {
            Map<String, Integer> most = new LinkedHashMap<>();
            for (StepTime step : it.steps()) {
                int here = pilots.getOrDefault(step.stepId(), List.of()).size();
                most.merge(lane(step), here, Math::max);
            }
            most.forEach((team, count) -> {
                int height = BOX_HEIGHT + 24 + Math.min(count, 4) * PILOT;
                laneTops.put(team, bottom);
                lanes.add(new Lane(
                        lines(
                                team.isEmpty()
                                        ? "team not known"
                                        : lookup.places().teamName(team),
                                15,
                                3),
                        bottom,
                        height));
                bottom += height;
            });
        }

        private static String lane(StepTime step) {
            return step.team() == null ? "" : step.team();
        }

        private void boxes() {
            int at = 0;
            for (StepTime step : it.steps()) {
                int y = laneTops.get(lane(step)) + 12;
                int x = LEFT + at * COLUMN + (COLUMN - BOX) / 2 + 20;
                int found = onSteps.getOrDefault(it.workflowId() + "/" + step.stepId(), 0);
                boxes.put(
                        step.stepId(),
                        new Box(step, x, y, BOX, BOX_HEIGHT, lines(step.name(), LETTERS, 2), pilots(step, y), found));
                at++;
            }
        }

        private List<Pilot> pilots(StepTime step, int y) {
            List<Pilot> here = new ArrayList<>();
            for (Ceiling one : pilots.getOrDefault(step.stepId(), List.of())) {
                if (here.size() < 4) {
                    here.add(new Pilot(
                            one.useCaseId(),
                            shortened(one.useCaseName(), PILOT_LETTERS),
                            one.useCaseName(),
                            one.share(),
                            y + BOX_HEIGHT + 6 + here.size() * PILOT));
                }
            }
            return here;
        }

        private List<Arrow> arrows() {
            List<Arrow> arrows = new ArrayList<>();
            for (Handoff handoff : lookup.portfolio().handoffs()) {
                Box from = boxes.get(handoff.fromStepId());
                Box to = boxes.get(handoff.toStepId());
                if (handoff.workflowId().equals(it.workflowId()) && from != null && to != null) {
                    arrows.add(arrow(handoff, from, to));
                }
            }
            return arrows;
        }

        private Arrow arrow(Handoff handoff, Box from, Box to) {
            int x1 = from.x() + BOX;
            int y1 = from.y() + BOX_HEIGHT / 2;
            int x2 = to.x() - 7;
            int y2 = to.y() + BOX_HEIGHT / 2;
            int middle = to.x() - (COLUMN - BOX) / 2;
            String path = "M" + x1 + " " + y1 + "H" + middle + "V" + y2 + "H" + x2;
            return new Arrow(path, middle, Math.min(y1, y2) - 6, handoff.waitH(), onHandoffs.get(handoff.key()));
        }

        private List<Rung> rungs(int top, StringBuilder ladder) {
            int high = top + 30;
            int low = top + 58;
            List<Rung> rungs = new ArrayList<>();
            BigDecimal longest = it.steps().stream()
                    .map(StepTime::waitH)
                    .filter(java.util.Objects::nonNull)
                    .max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO);
            for (Box box : boxes.values()) {
                int start = box.x() - (COLUMN - BOX);
                ladder.append(rungs.isEmpty() ? "M" : "L")
                        .append(start)
                        .append(' ')
                        .append(high);
                ladder.append("H").append(box.x()).append("V").append(low);
                ladder.append("H").append(box.x() + BOX).append("V").append(high);
                BigDecimal wait = box.step().waitH();
                boolean most = wait != null && wait.signum() > 0 && wait.compareTo(longest) == 0;
                rungs.add(new Rung((start + box.x()) / 2, high - 8, true, wait, most));
                rungs.add(
                        new Rung(box.x() + BOX / 2, low + 18, false, box.step().processTimeH(), false));
            }
            return rungs;
        }

        private String summary() {
            long found = it.steps().size();
            return it.name() + ": " + found + " steps in " + lanes.size() + (lanes.size() == 1 ? " team" : " teams");
        }
    }

    /** Words in lines of at most so many letters, the last one cut off where there are more lines. */
    static List<String> lines(String text, int letters, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > most) {
            String last = lines.get(most - 1);
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(last + "…");
        }
        return lines.stream().map(each -> shortened(each, letters + 1)).toList();
    }

    static String shortened(String text, int letters) {
        return text.codePointCount(0, text.length()) <= letters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
    }
}
