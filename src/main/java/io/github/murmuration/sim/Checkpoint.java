package io.github.murmuration.sim;

import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run cut off between two steps: a sealed file with a {@link CheckpointHeader} and a {@link RunState}. */
public final class Checkpoint implements AutoCloseable {

    /** How the names of the files of parts begin, where a population is run in parts that share an output folder. */
    public static final String PART = "part-";

    private final DataInputStream in;
    private final Path file;
    private final CheckpointHeader header;
    private final String passedOver;

    private Checkpoint(DataInputStream in, Path file, CheckpointHeader header, String passedOver) {
        this.in = in;
        this.file = file;
        this.header = header;
        this.passedOver = passedOver;
    }

    /**
     * Opens the last whole checkpoint of an output folder.
     * @throws ScenarioException there is none
     */
    public static Checkpoint open(Path folder) {
        Path newest = CheckpointFiles.newest(folder);
        Path previous = CheckpointFiles.previous(folder);
        if (!there(newest) && !there(previous)) {
            if (!ofParts(folder).isEmpty()) {
                throw new ScenarioException(
                        folder.toString(), "holds the parts of a run on a cluster; resume it there");
            }
            throw new ScenarioException(
                    folder.toString(),
                    "holds no checkpoint; start the run again: murmuration run SCENARIO --out " + folder
                            + " --set output.checkpoint-every=STEPS");
        }
        try {
            return open(newest, null);
        } catch (ScenarioException e) {
            return instead(previous, e);
        }
    }

    /** Removes the checkpoints of an output folder: something else starts there. */
    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(CheckpointFiles.newest(folder));
            Files.deleteIfExists(CheckpointFiles.previous(folder));
            Snapshots.forget(folder);
            for (Path file : ofParts(folder)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> ofParts(Path folder) {
        Path checkpoints = CheckpointFiles.newest(folder).getParent();
        if (!Files.isDirectory(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PART))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it passed over for this one and why; empty for the newest. */
    public Optional<String> passedOver() {
        return Optional.ofNullable(passedOver)
                .map(why -> why + "; going on from " + file + " instead, at step " + header.step());
    }

    /** The scenario that was running. */
    public Scenario scenario() {
        return header.scenario();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Steps already taken. */
    public int step() {
        return header.step();
    }

    Path file() {
        return file;
    }

    /**
     * @throws ScenarioException the run was on other noise
     */
    void requireNoise(NoiseSource wanted) {
        if (header.noise() != wanted) {
            throw new ScenarioException(
                    file.toString(), "written with --noise " + header.noise().text() + "; resume it with the same");
        }
    }

    /**
     * @throws ScenarioException the run took other steps: its model, or what this version makes of it, is another
     */
    void requireTapes(Problem problem) {
        if (!Arrays.equals(header.tapes(), CheckpointHeader.tapes(problem))) {
            throw new ScenarioException(
                    file.toString(),
                    "written by other steps than those that this version takes of the model; start the run again");
        }
    }

    /**
     * @throws ScenarioException it holds the agents of another part
     */
    void requirePart(Part wanted) {
        if (header.from() != wanted.from() || header.to() != wanted.to()) {
            throw new ScenarioException(
                    file.toString(), "holds the agents of another part of the population; start the run again");
        }
    }

    /**
     * Fills a started ensemble and its recorders.
     * @return the number of steps already taken
     */
    int restore(RunState state) {
        try {
            state.read(in);
            if (in.read() >= 0) {
                throw otherSize();
            }
            return header.step();
        } catch (EOFException e) {
            throw otherSize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checkpoint instead(Path previous, ScenarioException newest) {
        if (!there(previous)) {
            throw new ScenarioException("", newest.getMessage() + "; start the run again");
        }
        try {
            return open(previous, newest.getMessage());
        } catch (ScenarioException e) {
            throw new ScenarioException("", newest.getMessage() + "; " + e.getMessage() + "; start the run again");
        }
    }

    private static Checkpoint open(Path file, String passedOver) {
        try {
            DataInputStream in = SealedFile.open(file);
            try {
                return new Checkpoint(in, file, CheckpointHeader.read(in, file), passedOver);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ScenarioException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    private ScenarioException otherSize() {
        return new ScenarioException(file.toString(), "does not hold the agents of its scenario; start the run again");
    }

    /** A link to nothing is there too. */
    private static boolean there(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
