package io.github.murmuration.scenario;

import io.github.murmuration.file.Content;
import io.github.murmuration.file.NpyHeader;
import io.github.murmuration.file.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts data into files beside the text, which names them with their SHA-256: rows as npy of float64, clouds as they were given. */
final class FiledArrays implements ArrayText {
    private final Map<String, Content> files = new LinkedHashMap<>();

    /** What was put there, by name of the file. */
    Map<String, Content> files() {
        return files;
    }

    @Override
    public String rows(String name, double[][] rows) {
        String file = "input-" + name + ".npy";
        Content content = out -> write(rows, out);
        files.put(file, content);
        return "{file: " + file + ", sha256: " + ArrayText.quoted(Sha256.of(content)) + "}";
    }

    @Override
    public String clouds(List<Path> given) {
        List<String> names = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (Path file : given) {
            String name = String.format(Locale.ROOT, "input-cloud-%04d.%s", names.size() + 1, ending(file));
            Content content = out -> Files.copy(file, out);
            hashes.add(ArrayText.quoted(Sha256.of(content)));
            names.add(name);
            files.put(name, content);
        }
        return "names: " + names + ", sha256: " + hashes;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static void write(double[][] rows, OutputStream out) throws IOException {
        int d = rows[0].length;
        out.write(NpyHeader.bytes("<f8", rows.length, d));
        ByteBuffer row = ByteBuffer.allocate(d * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] each : rows) {
            row.asDoubleBuffer().put(each);
            out.write(row.array());
        }
    }
}
