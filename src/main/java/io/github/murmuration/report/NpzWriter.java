package io.github.murmuration.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several arrays in one file that {@code numpy.load} opens: a zip of {@code <name>.npy}. */
final class NpzWriter {

    /** The same arrays give the same bytes, whenever they are written. */
    private static final LocalDateTime TIMESTAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzWriter() {}

    static void write(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
            entry.setTimeLocal(TIMESTAMP);
            zip.putNextEntry(entry);
            zip.write(array.getValue().bytes());
            zip.closeEntry();
        }
        zip.finish();
    }
}
