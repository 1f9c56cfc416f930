package io.github.murmuration.report;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfWritingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Several arrays in one HDF5 file, each a contiguous dataset; what is before a slash in a name is a group. The same arrays give the same bytes. */
final class Hdf5File {

    private Hdf5File() {}

    /**
     * @param arrays of numbers or texts, by name
     */
    static void write(Path file, Map<String, ?> arrays) throws IOException {
        try (WritableHdfFile root = HdfFile.write(file)) {
            Map<String, WritableGroup> groups = new HashMap<>(Map.of("", root));
            arrays.forEach((name, values) -> group(name, groups).putDataset(last(name), values));
        } catch (HdfWritingException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    /** The group of a name, made with those around it where it is not there. */
    private static WritableGroup group(String name, Map<String, WritableGroup> groups) {
        String path = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        WritableGroup known = groups.get(path);
        if (known == null) {
            known = group(path, groups).putGroup(last(path));
            groups.put(path, known);
        }
        return known;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
