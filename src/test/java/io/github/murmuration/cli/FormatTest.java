package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays as HDF5: the numbers of npz and npy, of the same names. */
class FormatTest {

    private static final int AGENTS = 20_000;

    private static final String OWN = """
            model: custom
            dynamics:
              state: [x, y]
              marks: {speed: {uniform: [1, 2]}}
              drift: {x: speed, y: -y}
              noise: {y: 1}
              horizon: 1
            observe: {second: mean(y^2)}
            initial: {mixture: {weights: [0.5, 0.5], means: [[0, 0], [8, 0]], standard-deviations: [0, 0]}}
            population: {agents: 20_000}
            time: {steps: 8}
            output: {snapshots: [0, 1], sensitivities: [], paths: 3}
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void aRunLeavesTheSameNumbers() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yaml"), OWN);
        run("run", own.toString(), "--out=" + folder.resolve("npy"));
        run("run", own.toString(), "--format=hdf5", "--out=" + folder.resolve("h5"));
        try (HdfFile moments = open("h5/moments.h5")) {
            assertArrayEquals(doubles("npy/moments.npz", "t"), (double[]) data(moments, "t"));
            assertArrayEquals(
                    doubles("npy/moments.npz", "population/second"), (double[]) data(moments, "population/second"));
            double[][] mean = (double[][]) data(moments, "population/mean");
            assertArrayEquals(
                    doubles("npy/moments.npz", "population/mean"),
                    Arrays.stream(mean).flatMapToDouble(Arrays::stream).toArray());
            assertArrayEquals(new String[] {"x", "y"}, (String[]) data(moments, "coordinates"));
        }
        float[] states = floats("npy/snapshot-1.npy");
        float[] speeds = floats("npy/marks.npy");
        try (HdfFile snapshot = open("h5/snapshot-1.h5");
                HdfFile marks = open("h5/marks.h5");
                HdfFile labels = open("h5/labels.h5")) {
            float[] x = (float[]) data(snapshot, "x");
            float[] y = (float[]) data(snapshot, "y");
            byte[] label = (byte[]) data(labels, "labels");
            assertArrayEquals(speeds, (float[]) data(marks, "speed"));
            for (int a = 0; a < AGENTS; a++) {
                assertEquals(states[2 * a], x[a]);
                assertEquals(states[2 * a + 1], y[a]);
                assertEquals(8 * label[a] + speeds[a], x[a], 1e-5);
            }
        }
        assertFalse(Files.exists(folder.resolve("h5/moments.npz")));
        assertFalse(Files.exists(folder.resolve("h5/checkpoint/snapshot-0.npy")));
        assertTrue(Files.readString(folder.resolve("h5/summary.json")).contains("\"snapshot-0.h5\""));
        assertTrue(Files.readString(folder.resolve("h5/scenario.yaml")).contains("hdf5"));
        byte[] first = Files.readAllBytes(folder.resolve("h5/moments.h5"));
        run("run", folder.resolve("h5/scenario.yaml").toString(), "--out=" + folder.resolve("again"));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("again/moments.h5")));
    }

    @Test
    void aSweepLeavesItsTable() throws IOException {
        run(
                "sweep",
                "mean-field-ou",
                "--agents=100",
                "--steps=10",
                "--vary=population.seed=1..3",
                "--format=hdf5",
                "--out=" + folder.resolve("s"));
        try (HdfFile table = open("s/populations.h5")) {
            assertArrayEquals(new double[] {1, 2, 3}, (double[]) data(table, "population.seed"));
        }
        assertFalse(Files.exists(folder.resolve("s/populations.npz")));
    }

    @Test
    void whatIsNoFormatIsRefused() {
        int status = execute("run", "kuramoto", "--format=parquet", "--out=" + folder.resolve("p"));
        assertEquals(2, status);
        assertEquals(
                "murmuration: kuramoto: output.format: parquet is not accepted; give one of npy, hdf5\n",
                err.toString());
        assertFalse(Files.exists(folder.resolve("p")));
    }

    /** Its columns would be longer than Java's arrays. */
    @Test
    void snapshotsThatDoNotFitAreRefused() {
        int status = execute(
                "run",
                "kuramoto",
                "--agents=1e9",
                "--steps=8",
                "--set=output.snapshots=[1]",
                "--format=hdf5",
                "--out=" + folder.resolve("p"));
        assertEquals(3, status, err.toString());
        assertTrue(err.toString().contains("HDF5 snapshots of 1,000,000,000 agents"), err.toString());
        assertTrue(err.toString().contains("take output.format: npy"), err.toString());
    }

    private HdfFile open(String file) {
        return new HdfFile(folder.resolve(file));
    }

    private static Object data(HdfFile file, String path) {
        return file.getDatasetByPath(path).getData();
    }

    private double[] doubles(String npz, String name) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(npz).toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
            ByteBuffer numbers = numbers(bytes);
            double[] values = new double[numbers.remaining() / Double.BYTES];
            numbers.asDoubleBuffer().get(values);
            return values;
        }
    }

    private float[] floats(String npy) throws IOException {
        ByteBuffer numbers = numbers(Files.readAllBytes(folder.resolve(npy)));
        float[] values = new float[numbers.remaining() / Float.BYTES];
        numbers.asFloatBuffer().get(values);
        return values;
    }

    private static ByteBuffer numbers(byte[] npy) {
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.slice(10 + bytes.getShort(8), npy.length - 10 - bytes.getShort(8))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private void run(String... words) {
        assertEquals(0, execute(words), err.toString());
    }

    private int execute(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--backend=cpu-scalar", "--quiet"));
        return Murmuration.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
