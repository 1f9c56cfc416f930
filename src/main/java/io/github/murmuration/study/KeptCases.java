package io.github.murmuration.study;

import io.github.murmuration.report.AtomicFile;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The cases of a study, each computed once: what a case found is kept as JSON in {@code checkpoint/} of the output folder, sealed with
 * the request that it answers, so that a study that was stopped goes on with the case it was stopped in.
 */
public final class KeptCases {

    private static final String REQUEST = "study.json";
    private static final String SCENARIO = "scenario.yaml";
    private static final String ENDING = ".json";

    /**
     * What was asked for.
     *
     * @param options of the study itself, in order; where it reads its source again, that comes before them
     * @param scenario as YAML
     */
    public record Request(String study, List<String> options, String scenario) {
        public Request {
            options = List.copyOf(options);
        }

        /** Whether its options begin with its source. */
        public boolean namesSource() {
            return !options.isEmpty() && !options.get(0).startsWith("--");
        }
    }

    private final Path folder;
    private final String request;
    private final Set<String> kept = new ConcurrentSkipListSet<>();
    private final List<String> damaged = new ArrayList<>();

    private KeptCases(Path folder, String request) {
        this.folder = folder;
        this.request = request;
    }

    /**
     * The request whose cases an output folder keeps; null if it keeps none.
     * @throws ScenarioException it is damaged
     */
    public static Request kept(Path output) throws IOException {
        Path file = checkpoint(output).resolve(REQUEST);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        return read(file, SealedText.read(file, REQUEST), Request.class);
    }

    /** Goes on with the whole cases kept there of the same request; forgets all others. */
    public static KeptCases in(Path output, Request request) throws IOException {
        String text = CaseText.of(request);
        KeptCases cases = new KeptCases(checkpoint(output), text);
        cases.look(cases.others(output, request));
        Files.createDirectories(cases.folder);
        writeScenario(output, request);
        SealedText.write(cases.folder.resolve(REQUEST), REQUEST, text);
        return cases;
    }

    /**
     * Writes the scenario of an unfinished study.
     * @return where it lies
     */
    public static Path writeScenario(Path output, Request request) throws IOException {
        Path file = checkpoint(output).resolve(SCENARIO);
        AtomicFile.write(file, request.scenario());
        return file;
    }

    /**
     * The result of a case that is kept; empty where it is not.
     * @throws ScenarioException the file was damaged since
     */
    public <R> Optional<R> find(StudyCase<R> each) {
        Path file = file(each.name());
        return text(each.name()).map(text -> read(file, text, each.type()));
    }

    /** The same as JSON. */
    public Optional<String> text(String name) {
        Path file = file(name);
        try {
            return kept.contains(file.getFileName().toString())
                    ? Optional.of(SealedText.read(file, of(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps the result of a case. Safe for many threads.
     * @param json of one line
     */
    public void keep(String name, String json) {
        Path file = file(name);
        try {
            SealedText.write(file, of(file), json);
            kept.add(file.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the cases that are kept by now. */
    public List<String> names() {
        return kept.stream()
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .toList();
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** Number of cases that are kept by now. */
    public int count() {
        return kept.size();
    }

    /** What was not as it was kept, and so is computed again, each in a line. */
    public List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** Removes the cases that an output folder keeps, if it keeps any: a run starts there. */
    public static void forget(Path output) {
        if (Files.exists(checkpoint(output).resolve(REQUEST))) {
            try {
                new KeptCases(checkpoint(output), "").forget();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes the cases: the study is done. */
    public void forget() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{json,yaml}")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            removeIfEmpty();
        }
    }

    private static <R> R read(Path file, String text, Class<R> type) {
        try {
            return CaseText.read(text, type);
        } catch (UncheckedIOException e) {
            throw SealedText.damaged(file);
        }
    }

    /** Whether what does not fit the request is of another one, not damaged. */
    private boolean others(Path output, Request request) throws IOException {
        try {
            Request before = kept(output);
            return before != null && !before.equals(request);
        } catch (ScenarioException e) {
            damaged.add(e.getMessage());
            return false;
        }
    }

    /** Finds the whole cases and removes the others. */
    private void look(boolean others) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                if (!file.endsWith(REQUEST)) {
                    look(file, others);
                }
            }
        }
    }

    private void look(Path file, boolean others) throws IOException {
        try {
            SealedText.read(file, of(file));
            kept.add(file.getFileName().toString());
        } catch (ScenarioException e) {
            if (!others) {
                damaged.add(e.getMessage() + "; this case is computed again");
            }
            Files.delete(file);
        }
    }

    /** What the text of a case belongs to. */
    private String of(Path file) {
        return file.getFileName() + " of " + request;
    }

    /** A run of the scenario may have a checkpoint there too. */
    private void removeIfEmpty() throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }

    private static Path checkpoint(Path output) {
        return output.resolve("checkpoint");
    }
}
