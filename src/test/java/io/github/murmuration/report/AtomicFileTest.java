package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.file.UnwrittenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesTheOldFile() throws IOException {
        AtomicFile.write(folder.resolve("a.txt"), "old");
        AtomicFile.write(folder.resolve("a.txt"), "new \u03b2");
        assertEquals("new \u03b2", Files.readString(folder.resolve("a.txt")));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void keepsTheOldFileWhenInterrupted() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write("half of the n".getBytes());
                    throw new IOException("disk full");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void whatCannotBeWrittenIsNamedWithItsSizeAndWhatIsFree() {
        Path file = folder.resolve("a.txt/b.txt");
        IOException e = assertThrows(UnwrittenException.class, () -> AtomicFile.write(file, "1234567"));
        assertEquals(file + " cannot be written: no such file or folder", e.getMessage());
        IOException full = new IOException("No space left on device");
        String message = UnwrittenException.of(
                        folder.resolve("b"), folder.resolve("c"), AtomicFile.text("1234567"), full)
                .getMessage();
        String expected = folder.resolve("b")
                + " cannot be written: No space left on device; it takes 7 bytes, and [0-9,]+ are free there";
        assertTrue(message.matches(expected), message);
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsWhole() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "old");
        AtomicFile.write(file, out -> {
            out.write("new".getBytes());
            out.flush();
            assertEquals("old", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
