package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be read at all. */
class InputFileTest {
    @TempDir
    Path folder;

    /** Opening a pipe for reading waits for a writer; the limit makes a test that hangs fail. */
    @ParameterizedTest
    @ValueSource(strings = {"rows.csv", "rows.npy", "scenario.yaml"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipesAreRefused(String name) throws Exception {
        Path pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(name));
        assertTrue(refusal.getMessage().endsWith("a device, pipe or socket; give a file"), refusal.getMessage());
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void devicesAreRefusedThroughLinksToo() throws IOException {
        Files.createSymbolicLink(folder.resolve("rows.csv"), Path.of("/dev/zero"));
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read("rows.csv"));
        assertEquals("a device, pipe or socket; give a file", refusal.getMessage());
    }

    @Test
    void linksToFilesAreFollowed() throws IOException {
        Files.writeString(folder.resolve("real.csv"), "1\n2\n");
        Files.createSymbolicLink(folder.resolve("rows.csv"), folder.resolve("real.csv"));
        assertArrayEquals(new double[][] {{1}, {2}}, InputFile.rows(folder, "rows.csv"));
    }

    @Test
    void longScenariosAreRefusedBeforeTheyAreRead() throws IOException {
        Path file = sparse("scenario.yaml", (64L << 20) + (1 << 20), "name: a\n".getBytes(StandardCharsets.UTF_8));
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> ScenarioReader.read(file, Map.of()));
        assertEquals(
                file + ": 65 MiB is not accepted; give at most 64, with long samples and patterns in csv or npy files",
                refusal.getMessage());
    }

    /** 2e9 rows of 5 numbers, 8 bytes each in the file, which is sparse; they would take 32 bytes a row and 32 a number. */
    @Test
    void arraysThatDoNotFitAreRefusedBeforeTheyAreRead() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000, 5)}";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        byte[] start =
                ("\u0093NUMPY\1\0" + (char) padded.length() + "\0" + padded).getBytes(StandardCharsets.ISO_8859_1);
        Path file = sparse("rows.npy", start.length + 80_000_000_000L, start);
        HeapException refusal = assertThrows(HeapException.class, () -> read("rows.npy"));
        String need = file + ": 2,000,000,000 rows of 10,000,000,000 numbers in all need 366,211 MiB of heap";
        assertTrue(refusal.getMessage().startsWith(need), refusal.getMessage());
    }

    private Path sparse(String name, long length, byte[] start) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(start);
            out.setLength(length);
        }
        return file;
    }

    private Object read(String name) {
        return name.endsWith(".yaml")
                ? ScenarioReader.read(folder.resolve(name), Map.of())
                : InputFile.rows(folder, name);
    }
}
