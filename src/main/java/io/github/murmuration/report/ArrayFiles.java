package io.github.murmuration.report;

import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of arrays in the format that was asked for: with the same name in every format, but for the ending. */
final class ArrayFiles {

    private static final String HDF5 = ".h5";

    private final OutputFolder folder;
    private final ArrayFormat format;

    ArrayFiles(OutputFolder folder, ArrayFormat format) {
        this.folder = folder;
        this.format = format;
    }

    /**
     * Writes several arrays.
     *
     * @param name of the file, without ending
     */
    void write(String name, Map<String, NpyArray> arrays) throws IOException {
        if (format == ArrayFormat.NPY) {
            folder.write(name + ".npz", out -> NpzWriter.write(out, arrays));
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        arrays.forEach((array, of) -> values.put(array, of.values()));
        folder.make(name + HDF5, file -> Hdf5File.write(file, values));
    }

    /** Moves the states of all agents beside the other files, or writes them in the other format. */
    void adopt(Snapshot snapshot, Scenario scenario) throws IOException {
        if (format == ArrayFormat.NPY) {
            folder.adopt(snapshot.name(), snapshot.file());
            return;
        }
        Map<String, Object> columns =
                new SnapshotColumns(snapshot, scenario.population().agents()).read(scenario);
        folder.make(name(snapshot, format), file -> Hdf5File.write(file, columns));
        Files.delete(snapshot.file());
    }

    /** Name of a snapshot's file. */
    static String name(Snapshot snapshot, ArrayFormat format) {
        return format == ArrayFormat.NPY ? snapshot.name() : snapshot.name().replaceFirst("\\.npy$", HDF5);
    }
}
