package io.github.murmuration.sim;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.TimeGrid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The states of all agents at chosen times. Each goes block by block into a file of the folder {@code checkpoint/} when its step is taken, before
 * a checkpoint of that step, so that a resumed run has those that came before. Files of parts of a population, one after the other, are that of the whole.
 */
final class Snapshots {

    private final Problem problem;
    private final Path folder;
    private final Blocks blocks;
    private final int[] steps;

    /**
     * @param folder null where nothing is written
     */
    Snapshots(Problem problem, Path folder, Blocks blocks) {
        this.problem = problem;
        this.folder = folder;
        this.blocks = blocks;
        List<Double> shares = problem.scenario().output().snapshots();
        this.steps = folder == null
                ? new int[0]
                : shares.stream()
                        .mapToInt(share -> nearest(problem.grid(), share))
                        .toArray();
    }

    /** Removes what a run left that did not end. */
    static void forget(Path folder) throws IOException {
        Path checkpoint = CheckpointFiles.newest(folder).getParent();
        if (Files.isDirectory(checkpoint)) {
            try (DirectoryStream<Path> files =
                    Files.newDirectoryStream(checkpoint, "{snapshot-*.npy,labels.npy,marks.npy}*")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The step before which the time is nearest. */
    private static int nearest(TimeGrid grid, double t) {
        int k = 0;
        while (k < grid.steps() && Math.abs(grid.time(k + 1) - t) <= Math.abs(grid.time(k) - t)) {
            k++;
        }
        return k;
    }

    /**
     * Checks whether there is room for those to come, and whether those before are there.
     *
     * @param first step that the run begins with
     * @throws UnavailableException there is not
     * @throws ScenarioException one is not
     */
    void require(int first) {
        try {
            long wanted = 0;
            for (int i = 0; i < steps.length; i++) {
                for (int g = 0; g < populations(); g++) {
                    if (first == 0 || steps[i] > first) {
                        wanted += (blocks.endOfAgents() - blocks.firstAgent()) * dimension() * Float.BYTES;
                    } else if (!Files.exists(find(name(i, g)))) {
                        throw new ScenarioException(
                                find(name(i, g)).toString(), "is not there any more; start the run again");
                    }
                }
            }
            requireRoom(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireRoom(long wanted) throws IOException {
        if (wanted == 0) {
            return;
        }
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (wanted > free) {
            throw new UnavailableException(String.format(
                    Locale.ROOT,
                    "output.snapshots: they take %,d bytes, and %,d are free in %s; ask for fewer or give another folder",
                    wanted,
                    free,
                    folder));
        }
    }

    /** Steps from k on that can be taken before the next one. */
    int stepsTo(int k) {
        return Arrays.stream(steps)
                .filter(step -> step > k)
                .map(step -> step - k)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Writes those of the time before step k. */
    void take(int k, Agents agents) {
        try {
            for (int i = 0; i < steps.length; i++) {
                for (int g = 0; g < populations() && steps[i] == k; g++) {
                    double[] centre = problem.schedules().get(g).centre(k);
                    int population = g;
                    ArrayFile.write(checkpoint().resolve(name(i, g)), blocks.header("<f4", dimension()), out -> {
                        for (int block = blocks.from(); block < blocks.end(); block++) {
                            out.write(rows(agents.states(population, block), centre));
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rows(float[][] states, double[] centre) {
        int d = dimension();
        float[] rows = new float[states[0].length * d];
        for (int a = 0; a < states[0].length; a++) {
            for (int j = 0; j < d; j++) {
                rows[a * d + j] = (float) (centre[j] + states[j][a]);
            }
        }
        return ArrayFile.littleEndian(rows);
    }

    /**
     * Those that were taken, and what agents kept throughout.
     *
     * @param labels initial components that have sums of their own
     */
    List<Snapshot> all(Agents agents, int labels) {
        List<Snapshot> all = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            for (int g = 0; g < populations(); g++) {
                String population = problem.scenario().populations().get(g);
                all.add(new Snapshot(name(i, g), population, problem.grid().time(steps[i]), find(name(i, g))));
            }
        }
        if (!all.isEmpty()) {
            addConstants(all, agents, labels);
        }
        return all;
    }

    private void addConstants(List<Snapshot> all, Agents agents, int labels) {
        AgentConstants constants = new AgentConstants(problem, blocks);
        try {
            if (labels > 1) {
                Path file = checkpoint().resolve("labels.npy");
                constants.writeLabels(file, agents);
                all.add(Snapshot.ofAll("labels.npy", file));
            }
            if (constants.hasMarks()) {
                Path file = checkpoint().resolve("marks.npy");
                constants.writeMarks(file);
                all.add(Snapshot.ofAll("marks.npy", file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the folder of checkpoints, or among the outputs of a run that is resumed again. */
    private Path find(String name) {
        Path kept = checkpoint().resolve(name);
        return Files.exists(kept) ? kept : folder.resolve(name);
    }

    private String name(int i, int g) {
        String population = problem.scenario().populations().get(g);
        return "snapshot-" + i + (populations() > 1 ? "-" + population : "") + ".npy";
    }

    private Path checkpoint() {
        return CheckpointFiles.newest(folder).getParent();
    }

    private int populations() {
        return problem.schedules().size();
    }

    private int dimension() {
        return problem.initial().dimension();
    }
}
