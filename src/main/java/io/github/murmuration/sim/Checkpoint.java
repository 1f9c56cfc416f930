package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A run cut off between two steps: {@code checkpoint/state.bin} in the output folder. Big-endian: magic, format, noise layout,
 * noise source (its place in NoiseSource), length and bytes of the scenario (YAML), number of steps taken, departures of the means
 * before every step and the feedback (float64; where any guidance is fed), then per guidance the recorded moments (float64) and for each
 * block the states [d][agents] and energies if they are kept (float32). No generator state: noise is a function of the step.
 */
public final class Checkpoint implements AutoCloseable {

    private static final int MAGIC = 0x4d55524d;
    private static final int FORMAT = 4;

    private final DataInputStream in;
    private final Path file;
    private final NoiseSource noise;
    private final Scenario scenario;
    private final int step;

    private Checkpoint(DataInputStream in, Path file, NoiseSource noise, Scenario scenario, int step) {
        this.in = in;
        this.file = file;
        this.noise = noise;
        this.scenario = scenario;
        this.step = step;
    }

    /** Where the checkpoint of a run lies. */
    public static Path file(Path folder) {
        return folder.resolve("checkpoint").resolve("state.bin");
    }

    /** Opens the checkpoint of an output folder. @throws ScenarioException there is none, or it is not one */
    public static Checkpoint open(Path folder) {
        Path file = file(folder);
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException(
                    folder.toString(),
                    "holds no checkpoint; give the --out folder of a run with output.checkpoint-every above 0");
        }
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw damaged(file);
            }
            int layout = in.readInt();
            if (layout != Noise.LAYOUT_VERSION) {
                throw new ScenarioException(
                        file.toString(),
                        "written with noise layout " + layout + "; this version has " + Noise.LAYOUT_VERSION);
            }
            NoiseSource noise = NoiseSource.values()[in.readInt()];
            String yaml = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            Scenario scenario = ScenarioReader.parse(file.toString(), yaml, folder, Map.of())
                    .scenario();
            return new Checkpoint(in, file, noise, scenario, in.readInt());
        } catch (EOFException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario that was running. */
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ScenarioException the run was on other noise */
    void requireNoise(NoiseSource wanted) {
        if (noise != wanted) {
            throw new ScenarioException(
                    file.toString(), "written with --noise " + noise.text() + "; resume it with the same");
        }
    }

    /** Fills a started ensemble and its recorders. @return the number of steps already taken */
    int restore(Ensemble ensemble, List<MomentRecorder> recorders, MeanHistory history) {
        try {
            history.read(in);
            double[][] feedback = ensemble.feedback();
            for (int i = 0; i < feedback[0].length; i++) {
                feedback[0][i] = in.readDouble();
            }
            ensemble.restoreFeedback(feedback);
            for (int g = 0; g < recorders.size(); g++) {
                recorders.get(g).read(in);
                for (int block = 0; block < blocks(scenario); block++) {
                    float[][] states = ensemble.states(g, block);
                    for (float[] coordinate : states) {
                        readFloats(coordinate);
                    }
                    float[] energies = ensemble.energies(g, block);
                    readFloats(energies);
                    ensemble.restore(g, block, states, energies);
                }
            }
            return step;
        } catch (EOFException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the checkpoint of an output folder in one move. */
    static void write(
            Path folder,
            Scenario scenario,
            NoiseSource noise,
            int step,
            Ensemble ensemble,
            List<MomentRecorder> recorders,
            MeanHistory history) {
        Path file = file(folder);
        Path unfinished = file.resolveSibling("state.bin.part");
        try {
            Files.createDirectories(file.getParent());
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                writeHeader(out, scenario, noise, step);
                history.write(out);
                for (double value : ensemble.feedback()[0]) {
                    out.writeDouble(value);
                }
                for (int g = 0; g < recorders.size(); g++) {
                    recorders.get(g).write(out);
                    writeStates(out, ensemble, g, blocks(scenario));
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeHeader(DataOutputStream out, Scenario scenario, NoiseSource noise, int step)
            throws IOException {
        byte[] yaml = ScenarioWriter.toYaml(scenario).getBytes(StandardCharsets.UTF_8);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeInt(Noise.LAYOUT_VERSION);
        out.writeInt(noise.ordinal());
        out.writeInt(yaml.length);
        out.write(yaml);
        out.writeInt(step);
    }

    private static void writeStates(DataOutputStream out, Ensemble ensemble, int g, int blocks) throws IOException {
        for (int block = 0; block < blocks; block++) {
            for (float[] coordinate : ensemble.states(g, block)) {
                out.write(bytes(coordinate));
            }
            out.write(bytes(ensemble.energies(g, block)));
        }
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private void readFloats(float[] into) throws IOException {
        byte[] bytes = new byte[into.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(into);
    }

    private static int blocks(Scenario scenario) {
        return new Tiling(scenario.population().agents(), 1).blocks();
    }

    private static ScenarioException damaged(Path file) {
        return new ScenarioException(file.toString(), "is not a whole checkpoint; start the run again");
    }
}
