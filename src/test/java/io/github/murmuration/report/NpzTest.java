package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class NpzTest {

    /** Written by numpy 2.4: np.save of np.arange(2.0). */
    private static final String NUMPY_HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";

    @Test
    void headerIsNumpys() {
        byte[] bytes = NpyArray.float64(new double[] {0, 1}).bytes();
        assertEquals(128 + 16, bytes.length);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, first(bytes, 10));
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertEquals(NUMPY_HEADER, header.strip());
        assertTrue(header.endsWith(" \n"));
    }

    @Test
    void valuesAreLittleEndianInRowOrder() {
        ByteBuffer data = data(NpyArray.float64(new double[][] {{1, 2, 3}, {4, 5, Double.NaN}}));
        assertEquals(1, data.getDouble(0));
        assertEquals(4, data.getDouble(3 * Double.BYTES));
        assertTrue(Double.isNaN(data.getDouble(5 * Double.BYTES)));
    }

    @Test
    void shapes() {
        assertArrayEquals(
                new int[] {2, 3, 1}, NpyArray.float32(new float[2][3][1]).shape());
        assertEquals(
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 1,), }",
                new String(NpyArray.float32(new float[2][3][1]).bytes(), 10, 118, StandardCharsets.US_ASCII).strip());
        assertArrayEquals(
                new int[] {2, 3, 4}, NpyArray.float64(new double[2][3][4]).shape());
        ByteBuffer data = data(NpyArray.float32(new float[][][] {{{1}, {2}}, {{3}, {4}}}));
        assertEquals(3, data.getFloat(2 * Float.BYTES));
    }

    /** Names as on the page about data; 17 times, 40 bins, two coordinates. */
    @Test
    void densitiesOfPairsAreBesideTheTarget() throws IOException {
        SmallRun small = SmallRun.of(Scenarios.demandResponse(2, 40, 16, Scenarios.ONE));
        Map<String, NpyArray> arrays = DensityArrays.of(Findings.of(small.result(), small.exact()));
        assertArrayEquals(
                new int[] {17, 2, 40}, arrays.get("mean-field/exact-density").shape());
        String page = Files.readString(Path.of("src/site/markdown/data.md"));
        for (String end : List.of("low", "width", "count", "density", "target-density")) {
            assertEquals(
                    end.equals("low") || end.equals("width") ? 1 : 2,
                    arrays.get("mean-field/joint-0-1-" + end).shape().length);
            assertTrue(page.contains("/joint-I-J-" + end + "`"), end);
        }
        ByteBuffer counts = data(arrays.get("mean-field/joint-0-1-count"));
        double all = 0;
        for (int i = 0; i < 40 * 40; i++) {
            all += counts.getDouble(i * Double.BYTES);
        }
        assertEquals(40, all, "agents");
    }

    @Test
    void zipHoldsEveryArrayByName() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("t", NpyArray.float64(new double[] {0, 0.5, 1}));
        arrays.put("mean-field/mean", NpyArray.float64(new double[3][2]));
        Map<String, byte[]> entries = entries(zip(arrays));
        assertEquals(List.of("t.npy", "mean-field/mean.npy"), List.copyOf(entries.keySet()));
        assertArrayEquals(arrays.get("t").bytes(), entries.get("t.npy"));
    }

    @Test
    void sameArraysGiveTheSameBytes() throws IOException {
        Map<String, NpyArray> arrays = Map.of("t", NpyArray.float64(new double[] {0, 1}));
        assertArrayEquals(zip(arrays), zip(arrays));
    }

    private static byte[] zip(Map<String, NpyArray> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NpzWriter.write(bytes, arrays);
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            entries.put(entry.getName(), in.readAllBytes());
        }
        return entries;
    }

    private static ByteBuffer data(NpyArray array) {
        return ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] first(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }
}
