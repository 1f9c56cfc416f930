package io.github.murmuration.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.report.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The cases of a study, each computed once: what a case found is kept as JSON in {@code checkpoint/} of the output folder, so that a
 * study that was stopped goes on with the case it was stopped in.
 */
public final class Sweep {

    private static final String REQUEST = "study.json";
    private static final String SCENARIO = "scenario.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was asked for. @param options of the study itself, in order. @param scenario as YAML */
    public record Request(String study, List<String> options, String scenario) {}

    private final Path folder;
    private final boolean resumed;

    private Sweep(Path folder, boolean resumed) {
        this.folder = folder;
        this.resumed = resumed;
    }

    /** The request whose cases an output folder keeps; null if it keeps none. */
    public static Request kept(Path output) throws IOException {
        Path file = checkpoint(output).resolve(REQUEST);
        return Files.isRegularFile(file) ? JSON.readValue(file.toFile(), Request.class) : null;
    }

    /** Goes on with the cases kept there if they are of the same request; forgets them otherwise. */
    public static Sweep in(Path output, Request request) throws IOException {
        Sweep sweep = new Sweep(checkpoint(output), request.equals(kept(output)));
        if (!sweep.resumed) {
            sweep.forget();
            Files.createDirectories(sweep.folder);
            AtomicFile.write(scenario(output), request.scenario());
            AtomicFile.write(sweep.folder.resolve(REQUEST), JSON.writeValueAsString(request));
        }
        return sweep;
    }

    /** Where the scenario of an unfinished study lies. */
    public static Path scenario(Path output) {
        return checkpoint(output).resolve(SCENARIO);
    }

    /** The result of a case, computed or kept from before. @param name of its file. @param type a record that is JSON */
    public <R> R once(String name, Class<R> type, Supplier<R> compute) {
        Path file = folder.resolve(name + ".json");
        try {
            if (Files.isRegularFile(file)) {
                return JSON.readValue(file.toFile(), type);
            }
            R result = compute.get();
            AtomicFile.write(file, JSON.writeValueAsString(result));
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it goes on with the cases of an earlier one. */
    public boolean resumed() {
        return resumed;
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
