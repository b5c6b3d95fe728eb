package org.throughline.web;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.access.Reader;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Daemons;
import org.throughline.app.Example;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Request;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;

/** What people look at now: the examples, and the files that were sent in the last hours. Bounded, and gone with the process. */
@Component
class Workspaces {

    /** Facts take about ten times as much room in memory as their files. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 16;

    private static final int THREADS = 2;
    private static final int KEY_BYTES = 16;

    private final Advisor advisor;
    private final Portfolios portfolios;
    private final Clock clock = Clock.systemDefaultZone();
    private final SecureRandom random = new SecureRandom();
    private final Shelf shelf;
    private final Map<String, Workspace> examples;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Daemons.named("reading"));

    Workspaces(Advisor advisor, Portfolios portfolios, @Value("${throughline.limit.openUploads:24}") int openUploads) {
        this.shelf = new Shelf(openUploads, MOST_BYTES);
        this.advisor = advisor;
        this.portfolios = portfolios;
        this.examples = Example.all().stream()
                .collect(Collectors.toMap(
                        Example::name, this::example, (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private Workspace example(Example it) {
        Request request = Request.asOf(it.asOf());
        return new Workspace(it.name(), it.title(), null, it.input(), 0, new Progress(0), request, Instant.EPOCH);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Workspace> examples() {
        return List.copyOf(examples.values());
    }

    /** @throws NoSuchPageException if there is none of that key, or none any more, or of an organisation that whoever asks may not see */
    Workspace find(String key) {
        Workspace example = examples.get(key);
        if (example != null) {
            readOnce(example);
            return example;
        }
        int tilde = key.indexOf('~');
        boolean hidden = tilde > 0 && !Reader.current().sees(key.substring(0, tilde));
        Workspace found = hidden ? null : shelf.find(key, clock.instant());
        if (found == null && tilde > 0 && !hidden) {
            found = kept(key);
            shelf.put(found);
        }
        if (found == null) {
            throw new NoSuchPageException(
                    "These facts are no longer here",
                    "What is sent is kept for " + Shelf.IDLE.toHours()
                            + " hours after it was last looked at, and until the program stops. Send the files again.");
        }
        return found;
    }

    /** A snapshot: its address is {@code portfolio~number}. */
    private Workspace kept(String key) {
        String[] parts = key.split("~", 2);
        if (!parts[1].matches("\\d{1,9}")) {
            throw new NoSuchPageException("There is no such snapshot", "Choose one of those that the portfolio lists.");
        }
        SnapshotCard snapshot = portfolios.snapshot(parts[0], Long.parseLong(parts[1]));
        String title = portfolios.portfolio(parts[0]).name();
        List<SentFile> files = new ArrayList<>();
        for (int i = 0; i < snapshot.files().size(); i++) {
            int place = i;
            files.add(new SentFile(
                    snapshot.files().get(i).name(), () -> new ByteArrayInputStream(portfolios.file(snapshot, place))));
        }
        Workspace workspace = new Workspace(
                key,
                title,
                null,
                Input.ofFiles(files),
                0,
                new Progress(0),
                Request.asOf(snapshot.asOf()),
                clock.instant());
        workspace.make(() -> outcome(snapshot), threads);
        return workspace;
    }

    private Outcome outcome(SnapshotCard snapshot) {
        Advice advice = portfolios.advice(snapshot);
        return new Outcome(null, new Lookup(new Answer(portfolios.facts(snapshot), advice)), advice.problems());
    }

    /** Judges again what was judged by rules that are no longer those of the moment. */
    void judgeAgain(Workspace workspace) {
        if (workspace.isKept()) {
            shelf.forget(workspace.key());
        } else {
            read(workspace, workspace.request());
        }
    }

    private void readOnce(Workspace example) {
        synchronized (example) {
            if (!example.isBegun()) {
                read(example, example.request());
            }
        }
    }

    /** Takes the files over and begins to read them. */
    Workspace open(List<MultipartFile> files, LocalDate asOf) throws IOException {
        long bytes = files.stream().mapToLong(MultipartFile::getSize).sum();
        shelf.makeRoom(bytes, clock.instant());
        Path folder = Files.createTempDirectory("throughline-");
        Progress progress = new Progress(bytes);
        List<SentFile> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            Path kept = folder.resolve(String.valueOf(sent.size()));
            file.transferTo(kept);
            sent.add(new SentFile(name(file), () -> progress.watched(Files.newInputStream(kept))));
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Workspace workspace = new Workspace(
                HexFormat.of().formatHex(key),
                title(sent),
                folder,
                Input.ofFiles(sent),
                bytes,
                progress,
                Request.asOf(asOf),
                clock.instant());
        shelf.put(workspace);
        read(workspace, workspace.request());
        return workspace;
    }

    /** Reads its files anew. */
    void read(Workspace workspace, Request how) {
        workspace.read(how, advisor, threads);
    }

    void close(String key) {
        shelf.close(key);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "unnamed" : name;
    }

    /** Of one file its name, of a folder the folder's. */
    private static String title(List<SentFile> files) {
        String first = files.get(0).name();
        if (files.size() == 1) {
            return first;
        }
        int slash = first.indexOf('/');
        String folder = slash > 0 ? first.substring(0, slash + 1) : "";
        boolean together =
                slash > 0 && files.stream().allMatch(file -> file.name().startsWith(folder));
        return together ? folder.substring(0, slash) : first + " and " + (files.size() - 1) + " more";
    }

    @PreDestroy
    void closeAll() {
        threads.shutdownNow();
        shelf.closeAll();
    }
}
