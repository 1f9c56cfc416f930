package io.github.murmuration.cluster;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Checkpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Checkpoints and rows of the parts of a population, in the folder {@code checkpoint/} of the run, which all tasks see: of part p of W
 * {@code part-p-of-W-step-K.bin}, for the last two steps, and the rows of its agents, {@code part-p-of-W-snapshot-0.npy} and so on. A
 * file is there when it is whole.
 */
final class PartFiles {

    private static final Pattern STEP = Pattern.compile(Checkpoint.PART + "(\\d+)-of-(\\d+)-step-(\\d+)\\.bin");
    private static final int KEPT = 2;

    private final FileSystem files;
    private final Path folder;
    private final int parts;

    /** @param output folder of the run */
    PartFiles(URI output, int parts, Configuration configuration) throws IOException {
        this.files = FileSystem.get(output, configuration);
        this.files.setWriteChecksum(false);
        this.folder = new Path(new Path(output), "checkpoint");
        this.parts = parts;
    }

    /** Those of a run that was stopped; empty where there are none. */
    static Optional<PartFiles> kept(URI output, Configuration configuration) throws IOException {
        for (FileStatus file : new PartFiles(output, 0, configuration).list()) {
            Matcher matcher = STEP.matcher(file.getPath().getName());
            if (matcher.matches()) {
                return Optional.of(new PartFiles(output, Integer.parseInt(matcher.group(2)), configuration));
            }
        }
        return Optional.empty();
    }

    /** Into which the population is cut. */
    int parts() {
        return parts;
    }

    /** Removes those of all parts, of this run or of others. */
    void forget() throws IOException {
        for (FileStatus file : list()) {
            files.delete(file.getPath(), false);
        }
    }

    /** Keeps what a part has on its machine: rows, then the checkpoint of a step; and no checkpoint before the last two. */
    void keep(int part, int step, java.nio.file.Path own) {
        try {
            keepRows(part, own);
            put(own.resolve("checkpoint").resolve("state.bin"), stepFile(part, step));
            TreeSet<Integer> steps = steps(part, list());
            while (steps.size() > KEPT) {
                files.delete(new Path(folder, stepFile(part, steps.pollFirst())), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the rows that a part has on its machine and that are not kept yet. */
    void keepRows(int part, java.nio.file.Path own) throws IOException {
        java.nio.file.Path from = own.resolve("checkpoint");
        if (Files.isDirectory(from)) {
            try (DirectoryStream<java.nio.file.Path> rows = Files.newDirectoryStream(from, "*.npy")) {
                for (java.nio.file.Path file : rows) {
                    String name = name(part) + file.getFileName();
                    if (!files.exists(new Path(folder, name))) {
                        put(file, name);
                    }
                }
            }
        }
    }

    /** Steps of which every part has kept its checkpoint, the last one first. */
    List<Integer> steps() throws IOException {
        List<FileStatus> all = list();
        TreeSet<Integer> common = steps(0, all);
        for (int part = 1; part < parts; part++) {
            common.retainAll(steps(part, all));
        }
        return List.copyOf(common.descendingSet());
    }

    /** Brings to a part's machine what it has kept up to a step, and opens it; empty where it is not whole. */
    Optional<Checkpoint> open(int part, int step, java.nio.file.Path own) throws IOException {
        try {
            fetch(part, step, own);
            return Optional.of(Checkpoint.open(own));
        } catch (ScenarioException | ChecksumException e) {
            return Optional.empty();
        }
    }

    private void fetch(int part, int step, java.nio.file.Path own) throws IOException {
        java.nio.file.Path into = Files.createDirectories(own.resolve("checkpoint"));
        get(stepFile(part, step), into.resolve("state.bin"));
        for (FileStatus file : list()) {
            String name = file.getPath().getName();
            if (name.startsWith(name(part)) && name.endsWith(".npy")) {
                get(name, into.resolve(name.substring(name(part).length())));
            }
        }
    }

    /** Writes the rows of all parts, one after the other. */
    void join(String name, OutputStream out) throws IOException {
        for (int part = 0; part < parts; part++) {
            try (var in = files.open(new Path(folder, name(part) + name))) {
                in.transferTo(out);
            }
        }
    }

    private TreeSet<Integer> steps(int part, List<FileStatus> all) {
        TreeSet<Integer> steps = new TreeSet<>();
        for (FileStatus file : all) {
            Matcher matcher = STEP.matcher(file.getPath().getName());
            if (matcher.matches() && file.getPath().getName().startsWith(name(part))) {
                steps.add(Integer.parseInt(matcher.group(3)));
            }
        }
        return steps;
    }

    private List<FileStatus> list() throws IOException {
        List<FileStatus> found = new ArrayList<>();
        if (files.exists(folder)) {
            for (FileStatus file : files.listStatus(folder)) {
                if (file.getPath().getName().startsWith(Checkpoint.PART)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private void put(java.nio.file.Path from, String name) throws IOException {
        Path unfinished = new Path(folder, "." + name + ".unfinished");
        Path finished = new Path(folder, name);
        files.copyFromLocalFile(false, true, new Path(from.toUri()), unfinished);
        files.delete(finished, false);
        if (!files.rename(unfinished, finished)) {
            throw new IOException(finished + ": cannot be written");
        }
    }

    private void get(String name, java.nio.file.Path into) throws IOException {
        try (var in = files.open(new Path(folder, name));
                OutputStream out = Files.newOutputStream(into)) {
            in.transferTo(out);
        }
    }

    private String stepFile(int part, int step) {
        return name(part) + "step-" + step + ".bin";
    }

    private String name(int part) {
        return Checkpoint.PART + part + "-of-" + parts + "-";
    }
}
