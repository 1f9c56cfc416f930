package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.CsvTable;
import io.github.murmuration.scenario.InputFile;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads clouds from files, whose kind is the end of their name. */
public final class CloudFiles {

    private CloudFiles() {}

    /**
     * The clouds of a file: one, or as many as an npy array [k][n][d] or the frames of an xyz file hold.
     *
     * @throws ScenarioException naming the file, the place in it and what would be accepted
     * @throws io.github.murmuration.scenario.HeapException the points do not fit into memory
     */
    public static List<Cloud> read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return switch (name.substring(dot + 1)) {
            case "npy" -> NpyClouds.read(file);
            case "csv" -> List.of(Points.cloud(file, CsvTable.read(file).rows()));
            case "xyz" -> opened(file, XyzReader::read);
            case "ply" -> List.of(opened(file, PlyReader::read));
            default ->
                throw new ScenarioException("", "none of .npy, .csv, .xyz and .ply; give a file of one of these kinds")
                        .from(file.toString());
        };
    }

    /** Reads one kind of file. */
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T opened(Path file, Reader<T> reader) {
        try {
            InputFile.check(file);
            return reader.read(file);
        } catch (ScenarioException e) {
            throw e.from(file.toString());
        } catch (IOException e) {
            throw InputFile.failure(e).from(file.toString());
        }
    }
}
