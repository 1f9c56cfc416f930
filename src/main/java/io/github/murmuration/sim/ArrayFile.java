package io.github.murmuration.sim;

import io.github.murmuration.file.Content;
import io.github.murmuration.file.UnwrittenException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An npy file that is there when it is whole. */
final class ArrayFile {

    private ArrayFile() {}

    /**
     * @param numbers that follow the header, little-endian
     *
     * @throws UnwrittenException nothing is there
     */
    static void write(Path file, byte[] header, Content numbers) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Content whole = out -> {
            out.write(header);
            numbers.writeTo(out);
        };
        Files.createDirectories(file.getParent());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                whole.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw UnwrittenException.of(file, unfinished, whole, e);
        }
    }

    static byte[] littleEndian(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
