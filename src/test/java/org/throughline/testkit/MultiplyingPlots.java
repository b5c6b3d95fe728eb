package org.throughline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stories in which use cases multiply, or nearly so: D1 to D7. */
final class MultiplyingPlots {

    static final List<Consumer<Plot>> ALL = List.of(
            MultiplyingPlots::multiply,
            MultiplyingPlots::sharedFriction,
            MultiplyingPlots::crowd,
            MultiplyingPlots::overloadedTeam,
            MultiplyingPlots::sameTool,
            MultiplyingPlots::sameName,
            MultiplyingPlots::sameStep,
            MultiplyingPlots::overloadedOwner,
            MultiplyingPlots::addedOnFriction);

    private MultiplyingPlots() {}

    private static void multiply(Plot plot) {
        String root = plot.org.team(plot.newId("t")).cell("id");
        String below = plot.org.team(plot.newId("t")).with("parent_id", root).cell("id");
        String leaf = plot.org.team(plot.newId("t")).with("parent_id", below).cell("id");
        for (int i = plot.draw.between(2, 4); i > 0; i--) {
            Row useCase = plot.useCase("pilot", "pilot", "validated", "idea", "stopped", "in_use");
            useCase.started(plot.draw.of(365, 366, 364, 0, -1, 100)).team(plot.draw.of(root, below, leaf));
        }
        Row unfinished = plot.useCase("validated", "pilot", "pilot").team(plot.draw.of(root, leaf));
        unfinished.started(plot.draw.near(365));
        if (plot.draw.chance(25)) {
            Row standard = plot.useCase("in_use", "standard").team(leaf).started(800);
            plot.org.decision("standardise", standard.cell("id"), plot.draw.near(365));
        }
        if (plot.draw.chance(15)) {
            plot.decisions(unfinished, 1);
        }
    }

    private static void sharedFriction(Plot plot) {
        List<String> blocked = new ArrayList<>();
        for (int i = plot.draw.of(1, 2, 2, 3, 4, 5); i > 0; i--) {
            blocked.add(
                    plot.draw.chance(60) ? plot.useCase((Object[]) Plot.ACTIVE).cell("id") : plot.someUseCase());
        }
        if (plot.draw.chance(10)) {
            blocked.add("uc-gone");
        }
        Row friction = friction(plot, blocked).daysAgo("recorded_on", plot.draw.between(-1, 100));
        if (plot.draw.chance(40)) {
            friction.daysAgo("removed_on", plot.draw.between(-1, 1));
        }
    }

    private static Row friction(Plot plot, List<String> blocked) {
        return plot.org.friction(plot.newId("f"), blocked.toArray(String[]::new));
    }

    private static void crowd(Plot plot) {
        String workflow = plot.newWorkflow();
        for (int i = plot.draw.between(2, 4); i > 0; i--) {
            plot.useCase("pilot", "in_use", "validated", "pilot", "in_use").on(workflow);
        }
        if (plot.draw.chance(25)) {
            plot.useCase("standard", "idea", "stopped").on(workflow);
        }
    }

    private static void overloadedTeam(Plot plot) {
        int active = plot.draw.between(1, 3);
        Row team = plot.org.team(plot.newId("t"));
        if (plot.draw.chance(40)) {
            team.with("initiative_capacity", active + plot.draw.of("", "", ".5", ".0"));
        }
        if (plot.draw.chance(20)) {
            team.with("initiative_capacity", active + plot.draw.between(-1, 1));
        }
        team.with("headcount", active * 5 + plot.draw.of(-1, 0, 1, 4, 5));
        for (int i = 0; i < active; i++) {
            plot.useCase((Object[]) Plot.ACTIVE).team(team.cell("id"));
        }
    }

    private static Row ofAnotherTeam(Plot plot, String name) {
        String team = plot.draw.chance(75) ? plot.newTeam(plot.newId("t")).cell("id") : plot.team();
        return plot.useCase((Object[]) Plot.ACTIVE).with("name", name).team(team);
    }

    private static void sameTool(Plot plot) {
        for (int i = plot.draw.between(2, 3); i > 0; i--) {
            String name = plot.draw.of("Claims triage", "The claims pilot", "AI pilot", "Underwriting");
            ofAnotherTeam(plot, name)
                    .with("tool", plot.draw.of("ChatGPT", "chatgpt", "Redacted", "Copilot"))
                    .with("domain", plot.draw.of("Insurance", "insurance ", "Insurance", "REDACTED"));
        }
    }

    /** Names of which 4 of 5 words, 3 of 4, or all are the same. */
    private static void sameName(Plot plot) {
        for (int i = plot.draw.between(2, 3); i > 0; i--) {
            String name = plot.draw.of(
                    "north south east west",
                    "North, South; East: West - up",
                    "north south east",
                    "the NORTH of south, east & west up down",
                    "north");
            ofAnotherTeam(plot, name);
        }
    }

    private static void sameStep(Plot plot) {
        String workflow = plot.newWorkflow();
        List<String> steps = plot.steps(workflow, 2);
        for (int i = plot.draw.between(2, 3); i > 0; i--) {
            ofAnotherTeam(plot, plot.name()).on(workflow, plot.draw.chance(80) ? steps.get(0) : steps.get(1));
        }
    }

    private static void overloadedOwner(Plot plot) {
        String person = plot.person();
        for (int i = plot.draw.between(5, 7); i > 0; i--) {
            Row useCase = plot.useCase("pilot", "in_use", "validated", "in_use", "pilot", "pilot", "pilot", "standard");
            useCase.with(plot.draw.of("pilot_owner_id", "outcome_owner_id"), person);
        }
    }

    private static void addedOnFriction(Plot plot) {
        String workflow = plot.workflow();
        int started = plot.draw.near(30);
        plot.useCase((Object[]) Plot.ACTIVE).started(started).on(workflow);
        Row friction =
                friction(plot, List.of()).on(workflow).daysAgo("recorded_on", started + plot.draw.between(-1, 1));
        if (plot.draw.chance(45)) {
            friction.daysAgo("removed_on", started + plot.draw.between(-1, 1));
        }
    }
}
