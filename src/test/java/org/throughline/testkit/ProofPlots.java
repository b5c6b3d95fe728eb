package org.throughline.testkit;

import java.util.List;
import java.util.function.Consumer;

/** Stories in which a proof changes nothing, or nearly so: A1 to A5. */
final class ProofPlots {

    static final List<Consumer<Plot>> ALL = List.of(
            ProofPlots::undecided,
            ProofPlots::endless,
            ProofPlots::taskOnly,
            ProofPlots::unchangedWorkflow,
            ProofPlots::unplaced);

    private ProofPlots() {}

    private static void undecided(Plot plot) {
        Row useCase = plot.useCase("validated", "in_use", "validated", "pilot");
        useCase.daysAgo("validated_on", plot.draw.near(plot.draw.of(30, 90)));
        if (plot.draw.chance(40)) {
            plot.decisions(useCase, 2);
        }
        if (plot.draw.chance(25)) {
            useCase.on(plot.workflow());
            int started = plot.draw.near(180);
            useCase.started(started);
            plot.org.decisionOnWorkflow(
                    plot.draw.of(Plot.DECISIONS), useCase.cell("workflow_id"), Math.max(0, plot.draw.near(started)));
        }
    }

    private static void endless(Plot plot) {
        Row useCase = plot.useCase("pilot").started(plot.draw.near(180));
        if (plot.draw.chance(40)) {
            useCase.daysAgo("planned_end_on", plot.draw.between(-1, 1));
        }
        for (int i = plot.draw.between(0, 3); i > 0; i--) {
            plot.org.decision("extend", useCase.cell("id"), plot.draw.between(0, 300));
        }
        if (plot.draw.chance(25)) {
            plot.decisions(useCase, 2);
        }
    }

    private static void taskOnly(Plot plot) {
        String workflow = plot.workflow();
        Row useCase = plot.useCase("pilot", "standard", "in_use", "idea").on(workflow);
        useCase.with("success_measure", plot.draw.of("hours", "", "none", "?"));
        useCase.with("measure_scope", plot.draw.of("task", "task", "workflow", ""));
        if (plot.draw.chance(40)) {
            plot.org.workflow(plot.newId("w")).with("outcome", "meetings held");
        }
    }

    private static void unchangedWorkflow(Plot plot) {
        String workflow = plot.newWorkflow();
        int started = plot.draw.near(180);
        plot.useCase("validated", "in_use", "standard", "pilot")
                .started(started)
                .on(workflow);
        if (plot.draw.chance(75)) {
            plot.workflowRow(workflow).daysAgo("redesigned_on", started + plot.draw.near(180));
        }
    }

    private static void unplaced(Plot plot) {
        Row useCase = plot.useCase("pilot", "standard", "retired");
        if (plot.draw.chance(60)) {
            String workflow = plot.draw.chance(50) ? plot.newWorkflow() : "elsewhere";
            useCase.on(workflow);
            plot.steps(workflow, plot.draw.between(0, 1));
        }
    }
}
