package io.github.murmuration.cloud.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.file.Content;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.ScenarioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFilesTest {

    /** Numbers whose shortest decimals are long, the largest, the smallest, and both zeros. */
    private static final double[] NUMBERS = {0.1, -1.0 / 3, Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 0, 1e22, Math.PI};

    private static final String CUBE = "ply\nformat ascii 1.0\ncomment made by hand\nobj_info none\n"
            + "element vertex 2\nproperty uchar red\nproperty float y\nproperty float32 x\nproperty double z\n"
            + "element face 1\nproperty list uchar int vertex_indices\nend_header\n255 2 1 3\n0 -5.5 4 6e2\n3 0 1 1\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatIsWrittenIsReadBackToTheLastBit(int d) throws IOException {
        double[][] points = new double[5][d];
        for (int i = 0; i < 5 * d; i++) {
            points[i / d][i % d] = NUMBERS[i % NUMBERS.length];
        }
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put("a.npy", NpyClouds.content(List.of(new Cloud(points))));
        contents.put("a.csv", TextClouds.csv(new Cloud(points)));
        contents.put("a.xyz", TextClouds.xyz(new Cloud(points)));
        for (PlyEncoding encoding : PlyEncoding.values()) {
            contents.put(encoding + ".PLY", PlyClouds.content(new Cloud(points), encoding));
        }
        for (Map.Entry<String, Content> each : contents.entrySet()) {
            List<Cloud> read = read(each.getKey(), bytes(each.getValue()));
            assertEquals(1, read.size());
            assertEquals(
                    Arrays.deepToString(points), Arrays.deepToString(read.get(0).points()), each.getKey());
        }
    }

    @Test
    void severalCloudsAreOneArray() throws IOException {
        Cloud one = new Cloud(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        Cloud other = new Cloud(new double[][] {{-1, 0}, {0.5, 0}, {7, 8}});
        byte[] written = bytes(NpyClouds.content(List.of(one, other)));
        assertEquals(128 + 12 * Double.BYTES, written.length);
        List<Cloud> read = read("two.npy", written);
        assertEquals(2, read.size());
        assertArrayEquals(other.points(), read.get(1).points());
    }

    /** By hand, after the format's description: properties in any order, others among them, faces after the vertices. */
    @Test
    void plyOfOthersIsRead() throws IOException {
        assertArrayEquals(
                new double[][] {{1, 2, 3}, {4, -5.5, 600}},
                read("cube.ply", CUBE).get(0).points());
        String header = CUBE.substring(0, CUBE.indexOf("255")).replace("ascii", "binary_big_endian");
        ByteBuffer data = ByteBuffer.allocate(header.length() + 2 * 17 + 13).order(ByteOrder.BIG_ENDIAN);
        data.put(header.getBytes(StandardCharsets.US_ASCII));
        data.put((byte) 255).putFloat(2).putFloat(1).putDouble(3);
        data.put((byte) 0).putFloat(-5.5f).putFloat(4).putDouble(600);
        assertArrayEquals(
                new double[][] {{1, 2, 3}, {4, -5.5, 600}},
                read("cube.ply", data.array()).get(0).points());
    }

    @Test
    void everyTypeOfPlyIsRead() throws IOException {
        StringBuilder header = new StringBuilder("ply\nformat binary_little_endian 1.0\nelement vertex 1\n");
        List.of("char", "uint8", "short", "uint16", "int32", "uint")
                .forEach(t -> header.append("property " + t + " a\n"));
        header.append("property short y\nproperty uint x\nproperty int8 z\nend_header\n");
        ByteBuffer data = ByteBuffer.allocate(header.length() + 14 + 7).order(ByteOrder.LITTLE_ENDIAN);
        data.put(header.toString().getBytes(StandardCharsets.US_ASCII)).put(new byte[14]);
        data.putShort((short) -2).putInt(-1).put((byte) -3);
        assertArrayEquals(
                new double[][] {{4294967295.0, -2, -3}},
                read("types.ply", data.array()).get(0).points());
    }

    @Test
    void chemistsFramesAreClouds() throws IOException {
        String water = "3\nwater\nO 0 0 0.119 -0.8\nH 0 0.76 -0.477 0.4\nH 0 -0.76 -0.477 0.4\n";
        List<Cloud> read = read("water.xyz", water + "\n1\n\nHe 1 2 3");
        assertEquals(2, read.size());
        assertArrayEquals(new double[] {0, -0.76, -0.477}, read.get(0).points()[2]);
        assertArrayEquals(new double[][] {{1, 2, 3}}, read.get(1).points());
    }

    @Test
    void linesOfNumbersAreOneCloud() throws IOException {
        assertArrayEquals(
                new double[][] {{3}, {1}, {2}},
                read("a.xyz", "# one\r\n3\r\n1\r\n\r\n2").get(0).points());
        assertArrayEquals(
                new double[][] {{1, 2}, {3, 4}},
                read("a.xyz", " 1\t2 \n3   4\n").get(0).points());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.xyz | 1 2\\n3 4 5\\n | line 2: a point of 3 numbers is not accepted; give 2, as the first has",
                "a.xyz | 1 2 3 4\\n | line 1: a point of 4 numbers is not accepted; give 1 to 3",
                "a.xyz | 1 2 nan\\n | line 1, column 3: nan is not accepted; give a number",
                "a.xyz | 1 1e999\\n | line 1, column 2: Infinity is not accepted; give a finite number",
                "a.xyz | # none\\n | no points; give at least one",
                "a.xyz | 2\\n\\nH 0 0 0\\n | line 4: the file ends here; give atom 2 of 2",
                "a.xyz | 9\\n\\nH 0 0 0\\n | line 1: 9 is not accepted; give the number of atoms of a frame, from 1 to the lines that there are",
                "a.xyz | 1\\n\\nH 0 0 0\\nmore\\n | line 4: more is not accepted; give the number of atoms of a frame, from 1 to the lines that there are",
                "a.xyz | 2\\n\\nH 0 0 0\\nH 1 2\\n | line 4: H 1 2 is not accepted; give the symbol and three numbers of an atom",
                "a.csv | 1,2\\n3\\n | line 2: a row of 1 is not accepted; give 2, as line 1 has",
                "a.csv | 1,2,3,4\\n | 4 columns is not accepted; give 1 to 3",
                "a.ply | plx\\n | line 1: not a ply file: its first line is not \"ply\"",
                "a.ply | ply\\n | line 2: the file ends here; give the rest of the header, up to end_header",
                "a.ply | ply\\nformat ascii 2.0\\n | line 2: format ascii 2.0 is not accepted; give format, one of ascii, binary_little_endian, binary_big_endian, and 1.0",
                "a.ply | ply\\nelement face 3\\n | line 2: element face 3 is not accepted; give element vertex and their number first, at least 1 and below 1e9",
                "a.ply | ply\\nelement vertex 1\\nproperty list uchar int x\\n | line 3: property list uchar int x is not accepted; give at most 256 properties of a vertex, each a type of number and a name",
                "a.ply | ply\\nproperty float x\\n | line 2: property float x is not accepted; give a property after an element",
                "a.ply | ply\\nformat ascii 1.0\\nend_header\\n | line 3: no line \"element vertex\" before end_header; give one",
                "a.ply | ply\\nformat ascii 1.0\\nelement vertex 1\\nproperty float a\\nend_header\\n1\\n | properties [a] is not accepted; give x, or x and y, or x, y and z among them",
                "a.ply | ply\\nformat ascii 1.0\\nelement vertex 2\\nproperty float x\\nend_header\\n1\\n | 2 bytes of data is not accepted; give at least 3, as the header says (truncated file?)",
                "a.ply | ply\\nformat ascii 1.0\\nelement vertex 2\\nproperty float x\\nend_header\\n1\\nx\\n | line 7, column 1: x is not accepted; give a number",
                "a.ply | ply\\nformat ascii 1.0\\nelement vertex 1\\nproperty float x\\nend_header\\n1 2\\n | line 6: a vertex of 2 numbers is not accepted; give 1, as the header says",
                "a.obj | v 1 2 3\\n | none of .npy, .csv, .xyz and .ply; give a file of one of these kinds",
            })
    void isRefusedInOneLine(String name, String text, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(name, text.replace("\\n", "\n")));
        assertEquals(folder.resolve(name) + ": " + message, refusal.getMessage());
    }

    @Test
    void binaryNumbersMustBeFinite() throws IOException {
        byte[] npy = bytes(NpyClouds.content(List.of(new Cloud(new double[][] {{1, 2}, {3, Double.NaN}}))));
        assertRefused("a.npy", npy, "point 1, coordinate 1: NaN is not accepted; give a finite number");
        byte[] ply = bytes(PlyClouds.content(
                new Cloud(new double[][] {{1, Double.NEGATIVE_INFINITY}}), PlyEncoding.LITTLE_ENDIAN));
        assertRefused("a.ply", ply, "vertex 0, y: -Infinity is not accepted; give a finite number");
        assertRefused(
                "b.ply",
                Arrays.copyOf(ply, ply.length - 1),
                "15 bytes of data is not accepted; give at least 16, as the header says (truncated file?)");
    }

    @Test
    void npyOfOtherShapesIsRefused() {
        byte[] wide = bytes(NpyClouds.content(List.of(new Cloud(new double[][] {{1, 2, 3, 4}}))));
        assertRefused("a.npy", wide, "4 columns is not accepted; give 1 to 3");
        byte[] deep = new String(wide, StandardCharsets.ISO_8859_1)
                .replace("(1, 1, 4,), }", "(1,1,2,2), } ")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused("a.npy", deep, "shape (1,1,2,2) is not accepted; give shape (n,), (n, d) or (k, n, d)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npy", "a.csv", "a.xyz", "a.ply"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void onlyFilesAreRead(String name) throws Exception {
        assertEquals("no such file in " + folder, refusal(name));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                        .start()
                        .waitFor());
        assertEquals("a device, pipe or socket; give a file", refusal(name));
        Files.delete(folder.resolve(name));
        Files.createDirectory(folder.resolve(name));
        assertEquals("a folder; give a file", refusal(name));
    }

    /** Sparse files of 24 GB: a header that asks for 9e8 vertices, and one line that has no end. */
    @Test
    void hugeFilesAreRefusedBeforeTheyAreRead() throws IOException {
        String header = "ply\nformat binary_big_endian 1.0\nelement vertex 900000000\nproperty double x\n"
                + "property double y\nproperty double z\nend_header\n";
        sparse("huge.ply", header);
        HeapException heap = assertThrows(HeapException.class, () -> CloudFiles.read(folder.resolve("huge.ply")));
        assertTrue(
                heap.getMessage().contains("huge.ply: 900,000,000 rows of 2,700,000,000 numbers"), heap.getMessage());
        sparse("long.ply", "ply\ncomment ");
        assertEquals("line 2: a line of more than 4096 bytes is not accepted; give a shorter one", refusal("long.ply"));
    }

    private void sparse(String name, String start) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            out.setLength(24_000_000_000L);
        }
    }

    private void assertRefused(String name, byte[] content, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(name, content));
        assertEquals(folder.resolve(name) + ": " + message, refusal.getMessage());
    }

    private String refusal(String name) {
        Path file = folder.resolve(name);
        String message = assertThrows(ScenarioException.class, () -> CloudFiles.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    private List<Cloud> read(String name, String text) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Cloud> read(String name, byte[] content) throws IOException {
        return CloudFiles.read(Files.write(folder.resolve(name), content));
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
