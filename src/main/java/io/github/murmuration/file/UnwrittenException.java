package io.github.murmuration.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that could not be written; the message is one line: the file, the reason, the bytes that it takes and those that are free. */
public final class UnwrittenException extends IOException {

    private static final long serialVersionUID = 1L;

    private UnwrittenException(String message, IOException cause) {
        super(message, cause);
    }

    /** @param written what there is of it, removed if it is there: only then is it known how much is free */
    public static UnwrittenException of(Path file, Path written, Content content, IOException cause) {
        return of(
                file,
                written,
                cause,
                free -> String.format(
                        Locale.ROOT, "; it takes %,d bytes, and %,d are free there", size(content), free));
    }

    /**
     * Of a file whose size is not known.
     * @param written as of the other
     */
    public static UnwrittenException of(Path file, Path written, IOException cause) {
        return of(file, written, cause, free -> String.format(Locale.ROOT, "; %,d bytes are free there", free));
    }

    private static UnwrittenException of(Path file, Path written, IOException cause, Sizes sizes) {
        String found = "";
        try {
            Files.deleteIfExists(written);
            found = sizes.text(
                    Files.getFileStore(written.toAbsolutePath().getParent()).getUsableSpace());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new UnwrittenException(file + " cannot be written: " + Reason.of(cause) + found, cause);
    }

    private interface Sizes {
        String text(long free) throws IOException;
    }

    private static long size(Content content) throws IOException {
        Counter counter = new Counter();
        content.writeTo(counter);
        return counter.bytes;
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] values, int from, int length) {
            bytes += length;
        }
    }
}
