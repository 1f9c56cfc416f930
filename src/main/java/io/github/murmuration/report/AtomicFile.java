package io.github.murmuration.report;

import io.github.murmuration.file.Content;
import io.github.murmuration.file.UnwrittenException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a file under a temporary name in the same folder and moves it into place: a reader sees the old file or the whole new one. */
public final class AtomicFile {

    /** What a temporary name looks like: hidden, with a number of its own. */
    static final String PARTIAL = "\\..+\\.[0-9a-f]{16}\\.partial";

    private AtomicFile() {}

    /** @throws UnwrittenException nothing has changed; the temporary file is gone */
    public static void write(Path file, Content content) throws IOException {
        Path partial = partial(file);
        try {
            fill(partial, content);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UnwrittenException.of(file, partial, content, e);
        }
    }

    /** Text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text(text));
    }

    static Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a new file. */
    static void fill(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            content.writeTo(out);
        }
    }

    static Path partial(Path file) {
        long number = ThreadLocalRandom.current().nextLong();
        return file.resolveSibling(String.format(Locale.ROOT, ".%s.%016x.partial", file.getFileName(), number));
    }
}
