package io.github.murmuration.backend.cuda;

import io.github.murmuration.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Machine code that was compiled before, a file for each: its SHA-256, then the code. A file that is damaged counts as none.
 *
 * @param folder may not exist yet.
 * @param most bytes of all files; beyond, those go that were used least recently
 */
record CubinCache(Path folder, long most) {

    private static final long MOST = 256L << 20;
    private static final String SUFFIX = ".cubin";
    private static final String PARTIAL = ".cubin.partial";
    private static final int HASH_BYTES = 32;

    /** $MURMURATION_CACHE, or murmuration in $XDG_CACHE_HOME or in ~/.cache. */
    static CubinCache ofUser() {
        String own = System.getenv("MURMURATION_CACHE");
        if (own != null && !own.isEmpty()) {
            return new CubinCache(Path.of(own), MOST);
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path shared = caches != null && !caches.isEmpty()
                ? Path.of(caches)
                : Path.of(System.getProperty("user.home"), ".cache");
        return new CubinCache(shared.resolve("murmuration"), MOST);
    }

    /** Name of what is compiled from a text. */
    static String key(String ptx, int driver, int capability) {
        return HexFormat.of()
                .formatHex(Sha256.digest()
                        .digest((driver + " " + capability + "\n" + ptx).getBytes(StandardCharsets.US_ASCII)));
    }

    Optional<byte[]> find(String key) {
        Path file = file(key);
        try {
            byte[] entry = Files.readAllBytes(file);
            byte[] code = Arrays.copyOfRange(entry, Math.min(HASH_BYTES, entry.length), entry.length);
            if (!Arrays.equals(Sha256.digest().digest(code), Arrays.copyOf(entry, HASH_BYTES))) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(code);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Readers see a whole file or none.
     * @return whether it could be written
     */
    boolean keep(String key, byte[] code) {
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, key, PARTIAL);
            try {
                Files.write(partial, Sha256.digest().digest(code));
                Files.write(partial, code, StandardOpenOption.APPEND);
                Files.move(partial, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
            removeOldest();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The newest stay, as many as fit. */
    private void removeOldest() throws IOException {
        long bytes = 0;
        for (Path file : newestFirst()) {
            bytes += Files.size(file);
            if (bytes > most) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Files of the cache and what processes that were killed have left. */
    private List<Path> newestFirst() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(CubinCache::isOwn).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times.keySet().stream()
                .sorted(Comparator.comparing(times::get, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isOwn(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) || name.endsWith(PARTIAL);
    }

    private Path file(String key) {
        return folder.resolve(key + SUFFIX);
    }
}
