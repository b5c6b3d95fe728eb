package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of some work goes, by function: samples of what runs, taken by the JVM itself every ten milliseconds. */
final class Profile {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration EVERY = Duration.ofMillis(10);

    /** Frames that say nothing of their own: whatever streams and pools run. */
    private static final List<String> PLUMBING =
            List.of("java.util.stream.", "java.util.concurrent.", "java.lang.invoke.");

    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, Integer> within = new HashMap<>();
    private int samples;

    private Profile() {}

    /** Runs the work again and again for that long. */
    static Profile of(Runnable work, Duration time) throws IOException {
        Path file = Files.createTempFile("profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(EVERY);
            recording.start();
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
                work.run();
            }
            recording.stop();
            recording.dump(file);
            return read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Profile read(Path file) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile recorded = new RecordingFile(file)) {
            while (recorded.hasMoreEvents()) {
                RecordedEvent event = recorded.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    profile.add(event.getStackTrace().getFrames());
                }
            }
        }
        return profile;
    }

    private void add(List<RecordedFrame> frames) {
        samples++;
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : frames) {
            String function = function(frame);
            if (seen.isEmpty()) {
                own.merge(function, 1, Integer::sum);
            }
            if (seen.add(function)) {
                within.merge(function, 1, Integer::sum);
            }
        }
    }

    private static String function(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        int generated = type.indexOf("$$");
        return (generated < 0 ? type : type.substring(0, generated)) + "."
                + frame.getMethod().getName();
    }

    /** As a table in Markdown: the functions that most of the time passes in, with all that they call and by themselves. */
    String table(String work, int functions) {
        StringBuilder text = new StringBuilder("\nWhere the time goes: %s (%d samples)\n".formatted(work, samples));
        text.append("\n| function | with what it calls | by itself |\n|---|---|---|\n");
        top(within, function -> PLUMBING.stream().noneMatch(function::startsWith), functions)
                .forEach(function -> text.append(line(function)));
        text.append("\n| most by itself | share |\n|---|---|\n");
        top(own, function -> true, functions)
                .forEach(function -> text.append("| %s | %s |\n".formatted(shortened(function), share(own, function))));
        return text.toString();
    }

    private static List<String> top(Map<String, Integer> counts, Predicate<String> wanted, int functions) {
        return counts.entrySet().stream()
                .filter(one -> wanted.test(one.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(functions)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private String line(String function) {
        return "| %s | %s | %s |\n".formatted(shortened(function), share(within, function), share(own, function));
    }

    private String share(Map<String, Integer> counts, String function) {
        return "%.1f %%".formatted(100.0 * counts.getOrDefault(function, 0) / Math.max(1, samples));
    }

    private static String shortened(String function) {
        String[] parts = function.split("[.]");
        return "`" + parts[parts.length - 2] + "." + parts[parts.length - 1] + "`";
    }
}
