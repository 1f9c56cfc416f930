package io.github.murmuration.cloud.file;

import io.github.murmuration.scenario.ScenarioException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a file that may go on in binary form; a line too long to be one of a cloud is refused before it is kept. */
final class TextLines implements AutoCloseable {

    private static final int LONGEST = 1 << 12;

    private final InputStream in;
    private final long size;
    private long consumed;
    private int number;

    TextLines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        size = Files.size(file);
    }

    /** Lines of a file, of which the last may end without an end of line. */
    static long count(Path file) throws IOException {
        long count = 1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    count += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** The next line without spaces about it; null after the last. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
            if (line.size() > LONGEST) {
                throw ScenarioException.refused(place(), "a line of more than " + LONGEST + " bytes", "a shorter one");
            }
        }
        consumed += line.size() + (read < 0 ? 0 : 1);
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /**
     * The next line that must be there.
     * @param what it holds
     */
    String next(String what) throws IOException {
        String line = next();
        if (line == null) {
            throw new ScenarioException(place(), "the file ends here; give " + what);
        }
        return line;
    }

    /** Where the line that was read last stands. */
    String place() {
        return "line " + number;
    }

    /** Bytes after the lines that were read. */
    long left() {
        return size - consumed;
    }

    /** What is after the lines that were read. */
    InputStream rest() {
        return in;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
