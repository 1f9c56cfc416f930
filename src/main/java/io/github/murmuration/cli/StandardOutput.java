package io.github.murmuration.cli;

import io.github.murmuration.file.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Standard output that remembers why it could not be written; a {@link PrintWriter} only knows that it could not. */
final class StandardOutput extends OutputStream {

    /** Where POSIX systems show it, and the bits of a mode that are the kind of file. */
    private static final Path PLACE = Path.of("/dev/stdout");

    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out;
    private IOException failure;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * The status of a command whose output this was, once all of it was flushed: output that could not be written is a line on
     * standard error and a failure. A pipe fails because its reader wants no more: that is no failure of the command.
     */
    int status(int status, PrintWriter err) {
        if (failure == null || isPipe()) {
            return status;
        }
        err.println("murmuration: standard output cannot be written: " + Reason.of(failure));
        return status == 0 ? Failures.CANNOT : status;
    }

    private static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(PLACE, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
