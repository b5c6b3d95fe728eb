package org.throughline.testkit;

import java.util.List;
import java.util.function.Consumer;

/** Stories in which something scales, or only seems to: S1 to S5. */
final class ScalingPlots {

    static final List<Consumer<Plot>> ALL =
            List.of(ScalingPlots::reference, ScalingPlots::reference, ScalingPlots::ready, ScalingPlots::stop);

    private ScalingPlots() {}

    /** A standard whose workflow has some of the three figures, and some of their baselines. */
    private static void reference(Plot plot) {
        String workflow = plot.newWorkflow();
        int started = plot.draw.near(180);
        Row useCase =
                plot.useCase("standard", "standard", "in_use").on(workflow).started(started);
        if (plot.draw.chance(80)) {
            useCase.outcomeOwner(plot.person());
        }
        Row row = plot.workflowRow(workflow).daysAgo("redesigned_on", started + plot.draw.of(179, 180, 181, 0, 5));
        List<String> steps = plot.steps(workflow, plot.draw.between(0, 3));
        if (steps.size() > 1) {
            plot.org.handoff(workflow, steps.get(0), steps.get(1)).with("next_actor", "clerk");
        }
        maybe(plot, row, "lead_time_h", "30");
        maybe(plot, row, "baseline_lead_time_h", plot.draw.of("30.0", "30", "31", "29.99"));
        maybe(plot, row, "baseline_steps", String.valueOf(steps.size() + plot.draw.of(0, 0, 1, -steps.size())));
        maybe(plot, row, "baseline_handoffs", plot.draw.of("1", "1", "2", "0"));
    }

    private static void maybe(Plot plot, Row row, String column, String cell) {
        if (plot.draw.chance(55)) {
            row.with(column, cell);
        }
    }

    /** From 10 to 15, or sometimes the other way or nowhere. */
    private static Row measured(Plot plot, Row useCase, String... current) {
        return useCase.with("baseline", plot.draw.of("10", "10", "10.0", "10", "20", ""))
                .with("target", plot.draw.of("15", "15.0", "15", "15", "5", "10"))
                .with("current", plot.draw.of(current));
    }

    private static void ready(Plot plot) {
        Row useCase = plot.useCase("validated", "validated", "validated", "validated", "in_use");
        measured(plot, useCase, "15", "15.00", "15.01", "14.99", "4", "?");
        useCase.with("measure_scope", plot.draw.of("workflow", "outcome", "outcome", "outcome", "task", ""));
        if (plot.draw.chance(85)) {
            useCase.outcomeOwner(plot.person());
        }
        if (plot.draw.chance(25)) {
            plot.decisions(useCase, 1);
        }
        if (plot.draw.chance(30)) {
            Row friction = plot.org.friction(plot.newId("f"), useCase.cell("id"));
            friction.with("removed_on", plot.draw.of("", "?", plot.org.asOf().toString()));
        }
    }

    private static void stop(Plot plot) {
        Row useCase = plot.useCase("pilot", "pilot", "pilot", "pilot", "validated");
        measured(plot, useCase, "10", "9.99", "10.01", "10", "8", "?");
        useCase.started(plot.draw.near(180));
        if (plot.draw.chance(30)) {
            useCase.daysAgo("planned_end_on", plot.draw.between(-1, 1));
        }
    }
}
