package org.throughline.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** Stories in which the work around the pilot stays as it was, or nearly so: B1 to B8. Lead times are 100 h, so that hours are shares. */
final class EnvironmentPlots {

    static final List<Consumer<Plot>> ALL = List.of(
            EnvironmentPlots::handoff,
            EnvironmentPlots::waiting,
            EnvironmentPlots::constraint,
            EnvironmentPlots::nobodyNext,
            EnvironmentPlots::teamChanges,
            EnvironmentPlots::approvals,
            EnvironmentPlots::longApproval,
            EnvironmentPlots::flooded,
            EnvironmentPlots::focus);

    private EnvironmentPlots() {}

    private static String workflowOf(Plot plot, String leadTime) {
        String workflow = plot.newWorkflow();
        if (plot.draw.chance(85)) {
            plot.workflowRow(workflow).with("lead_time_h", plot.draw.chance(4) ? "0" : leadTime);
        }
        return workflow;
    }

    private static Row liveOn(Plot plot, String workflow, List<String> steps) {
        Row useCase = plot.useCase("pilot", "in_use", "validated", "standard", "in_use", "stopped");
        return plot.draw.chance(90) ? useCase.on(workflow, plot.draw.of(steps)) : useCase.on(workflow);
    }

    private static void handoff(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, 3);
        int started = plot.draw.near(30);
        liveOn(plot, workflow, steps).started(started);
        for (int i = 1; i < 3; i++) {
            plot.stepRow(workflow, steps.get(i)).with("wait_before_h", plot.draw.of("", "0", "9", "10.0"));
            Row handoff = plot.org.handoff(workflow, steps.get(i - 1), plot.draw.chance(95) ? steps.get(i) : "gone");
            handoff.with("wait_h", plot.draw.near("10")).with("next_actor", plot.draw.of("", "clerk"));
            if (plot.draw.chance(40)) {
                handoff.daysAgo("changed_on", started + plot.draw.between(-1, 1));
            }
        }
    }

    private static void waiting(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, plot.draw.between(1, 3));
        BigDecimal rest = plot.draw.near("15");
        for (String step : steps.subList(1, steps.size())) {
            plot.stepRow(workflow, step).with("process_time_h", "1");
            rest = rest.subtract(BigDecimal.ONE);
        }
        plot.stepRow(workflow, steps.get(0)).with("process_time_h", rest);
        Row useCase = liveOn(plot, workflow, steps);
        useCase.with(
                "hours_saved_per_item",
                plot.draw.of("", "-", "0", plot.draw.near("5").toString()));
        if (plot.draw.chance(50)) {
            plot.workflowRow(workflow).with("lead_time_h", plot.draw.of("100.0", "20", "1e2"));
        }
    }

    private static void constraint(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, plot.draw.between(1, 4));
        boolean capacities = plot.draw.chance(60);
        for (String step : steps) {
            Row row = plot.stepRow(workflow, step);
            if (capacities || plot.draw.chance(30)) {
                row.with("capacity_per_month", plot.draw.of("80", "80.0", "81"));
            }
        }
        Row useCase = liveOn(plot, workflow, steps);
        if (plot.draw.chance(15)) {
            plot.org.decision("standardise", useCase.cell("id"), 5);
        }
    }

    private static void nobodyNext(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, 2);
        liveOn(plot, workflow, steps);
        Row handoff = plot.org.handoff(workflow, steps.get(0), steps.get(1));
        handoff.with("next_actor", plot.draw.of("", "nobody", "?", "clerk")).with("wait_h", plot.draw.near("10"));
    }

    private static void teamChanges(Plot plot) {
        String workflow = workflowOf(plot, "100");
        int count = plot.draw.of(3, 4, 6, 9, 11);
        List<String> steps = plot.steps(workflow, count);
        int changes = plot.draw.between(count == 4 ? 1 : 2, Math.min(count - 1, 6));
        String[] teams = {
            plot.newTeam(plot.newId("t")).cell("id"),
            plot.newTeam(plot.newId("t")).cell("id")
        };
        for (int i = 0; i < count; i++) {
            plot.stepRow(workflow, steps.get(i)).with("seq", i).team(teams[Math.min(i, changes) % 2]);
        }
        liveOn(plot, workflow, steps);
    }

    private static void approvals(Plot plot) {
        String workflow = workflowOf(plot, plot.draw.of("100", "1000"));
        List<String> steps = plot.steps(workflow, plot.draw.between(2, 5));
        int started = plot.draw.near(180);
        liveOn(plot, workflow, steps).started(started);
        for (String step : steps) {
            Row row = plot.stepRow(workflow, step).with("kind", plot.draw.of("approval", "approval", "work"));
            row.with("wait_before_h", "1");
            if (plot.draw.chance(30)) {
                row.daysAgo("changed_on", started + plot.draw.between(-1, 1));
            }
        }
    }

    private static void longApproval(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, 4);
        liveOn(plot, workflow, steps);
        steps.forEach(step -> plot.stepRow(workflow, step).with("kind", "work").with("process_time_h", "6"));
        plot.stepRow(workflow, steps.get(0)).with("kind", "approval").with("wait_before_h", "3");
        Row last = plot.stepRow(workflow, steps.get(plot.draw.of(2, 3)));
        last.with("kind", "approval").with("wait_before_h", plot.draw.near("5"));
        if (plot.draw.chance(20)) {
            last.daysAgo("changed_on", plot.draw.between(0, 400));
        }
    }

    private static void flooded(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, plot.draw.between(2, 4));
        plot.workflowRow(workflow).with("items_per_month", plot.draw.near("85"));
        for (String step : steps) {
            plot.stepRow(workflow, step)
                    .with("capacity_per_month", plot.draw.of("100", "100", "100.00", "0", "99.9", "300"));
        }
        liveOn(plot, workflow, steps);
    }

    private static void focus(Plot plot) {
        String workflow = workflowOf(plot, "100");
        List<String> steps = plot.steps(workflow, 2);
        plot.stepRow(workflow, steps.get(0)).with("process_time_h", "10").with("wait_before_h", plot.draw.near("40"));
        for (int i = plot.draw.between(1, 3); i > 0; i--) {
            Row useCase = plot.useCase((Object[]) Plot.ACTIVE);
            useCase.on(workflow, plot.draw.chance(85) ? steps.get(0) : plot.draw.of(steps.get(1), "gone", ""));
        }
        plot.org.handoff(workflow, steps.get(1), steps.get(0)).with("wait_h", plot.draw.of("", "12", "39"));
    }
}
