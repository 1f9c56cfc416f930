package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubinCacheTest {

    private static final int HASH = 32;

    @TempDir
    private Path folder;

    @Test
    void givesWhatWasKept() {
        CubinCache cache = new CubinCache(folder.resolve("not/there/yet"), 1000);
        byte[] code = {1, 2, 3};
        assertTrue(cache.find("a").isEmpty());
        assertTrue(cache.keep("a", code));
        assertArrayEquals(code, cache.find("a").orElseThrow());
        assertTrue(cache.find("b").isEmpty());
    }

    /** SHA-256 of "13000 90", a line feed and "text", by sha256sum. */
    @Test
    void keysDependOnTextDriverAndDevice() {
        String key = CubinCache.key("text", 13000, 90);
        assertEquals("485b4a2cd6cc3b57ed980dfebe6f107d78e4cfcf8086234559113d969ef7a832", key);
        assertNotEquals(key, CubinCache.key("text ", 13000, 90));
        assertNotEquals(key, CubinCache.key("text", 13010, 90));
        assertNotEquals(key, CubinCache.key("text", 13000, 100));
    }

    @Test
    void damagedEntriesAreNoneAndCanBeReplaced() throws IOException {
        CubinCache cache = new CubinCache(folder, 1000);
        byte[] code = {1, 2, 3};
        cache.keep("a", code);
        Path file = folder.resolve("a.cubin");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, HASH, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(cache.find("a").isEmpty(), length + " bytes");
        }
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 4;
            Files.write(file, flipped);
            assertTrue(cache.find("a").isEmpty(), "byte " + i);
        }
        cache.keep("a", code);
        assertArrayEquals(code, cache.find("a").orElseThrow());
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CubinCache cache = new CubinCache(file.resolve("below"), 1000);
        assertFalse(cache.keep("a", new byte[3]));
        assertTrue(cache.find("a").isEmpty());
    }

    /** Three of 100 bytes and their sums fit; an old part of a file that was never finished goes too, others' files stay. */
    @Test
    void theOldestGo() throws IOException {
        CubinCache cache = new CubinCache(folder, 3 * (100 + HASH));
        Files.write(folder.resolve("x.cubin.partial"), new byte[1]);
        Files.write(folder.resolve("notes.txt"), new byte[5000]);
        age("x.cubin.partial", 100);
        for (String key : List.of("a", "b", "c")) {
            cache.keep(key, new byte[100]);
        }
        age("a.cubin", 30);
        age("b.cubin", 20);
        age("c.cubin", 10);
        assertTrue(cache.find("a").isPresent());
        cache.keep("d", new byte[100]);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("a.cubin", "c.cubin", "d.cubin", "notes.txt"), names);
        }
    }

    private void age(String name, long seconds) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(name), FileTime.fromMillis(System.currentTimeMillis() - 1000 * seconds));
    }
}
