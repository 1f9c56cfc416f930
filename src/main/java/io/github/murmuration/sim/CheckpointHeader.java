package io.github.murmuration.sim;

import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.scenario.ScenarioWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a checkpoint belongs to: noise layout, layout of states and sums, noise source (its place in NoiseSource), length and bytes of the
 * hash of a written model's tapes (0 where the model is the program's own), length and bytes of the scenario (YAML, with all rows of samples and patterns, so
 * that no data file is read again), number of steps taken, numbers of the first block that is kept and of the one after the last (see Part).
 *
 * @param tapes hash of the model's tapes; empty where the model is not written down
 * @param step in 1, ..., n - 1
 * @param from number of the first block
 * @param to number of the block after the last
 */
record CheckpointHeader(NoiseSource noise, byte[] tapes, Scenario scenario, int step, int from, int to) {

    /** Bytes of a hash. */
    private static final int HASH = 32;

    static CheckpointHeader of(NoiseSource noise, Problem problem, Part part, int step) {
        return new CheckpointHeader(noise, tapes(problem), problem.scenario(), step, part.from(), part.to());
    }

    /** Hash of a problem's tapes; empty for none. */
    static byte[] tapes(Problem problem) {
        return problem.written().map(WrittenModel::hash).orElse(new byte[0]);
    }

    void write(DataOutputStream out) throws IOException {
        byte[] yaml = ScenarioWriter.toYaml(scenario).getBytes(StandardCharsets.UTF_8);
        out.writeInt(Noise.LAYOUT_VERSION);
        out.writeInt(Arithmetic.LAYOUT_VERSION);
        out.writeInt(noise.ordinal());
        out.writeInt(tapes.length);
        out.write(tapes);
        out.writeInt(yaml.length);
        out.write(yaml);
        out.writeInt(step);
        out.writeInt(from);
        out.writeInt(to);
    }

    /** @throws ScenarioException a field is not what this version can go on from */
    static CheckpointHeader read(DataInputStream in, Path file) throws IOException {
        try {
            same(file, "noise layout", in.readInt(), Noise.LAYOUT_VERSION);
            same(file, "layout of states", in.readInt(), Arithmetic.LAYOUT_VERSION);
            NoiseSource noise = NoiseSource.values()[within(file, "noise source", in.readInt(), 0, lastNoise())];
            byte[] tapes = tapes(in, file);
            Scenario scenario = scenario(in, file);
            int step = within(file, "step", in.readInt(), 1, scenario.time().steps() - 1);
            int from = within(file, "first block", in.readInt(), 0, Integer.MAX_VALUE - 1);
            int to = within(file, "block after the last", in.readInt(), from + 1, Integer.MAX_VALUE);
            return new CheckpointHeader(noise, tapes, scenario, step, from, to);
        } catch (EOFException e) {
            throw new ScenarioException(file.toString(), "ends within its header");
        }
    }

    private static byte[] tapes(DataInputStream in, Path file) throws IOException {
        int length = within(file, "length of the hash of tapes", in.readInt(), 0, HASH);
        byte[] tapes = new byte[length];
        in.readFully(tapes);
        return tapes;
    }

    private static Scenario scenario(DataInputStream in, Path file) throws IOException {
        int length = within(file, "length of the scenario", in.readInt(), 1, Integer.MAX_VALUE);
        byte[] yaml = in.readNBytes(length);
        if (yaml.length < length) {
            throw new EOFException();
        }
        return ScenarioReader.parse(file.toString(), new String(yaml, StandardCharsets.UTF_8), Path.of(""), Map.of())
                .scenario();
    }

    private static int lastNoise() {
        return NoiseSource.values().length - 1;
    }

    private static void same(Path file, String field, int found, int own) {
        if (found != own) {
            throw new ScenarioException(
                    file.toString(), "written with " + field + " " + found + "; this version has " + own);
        }
    }

    private static int within(Path file, String field, int found, int least, int most) {
        if (found < least || found > most) {
            String accepted = least == most ? "" + least : "a number from " + least + " to " + most;
            throw ScenarioException.refused(field, found, accepted).from(file.toString());
        }
        return found;
    }
}
