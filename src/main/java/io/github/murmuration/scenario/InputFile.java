package io.github.murmuration.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Opens the files that a scenario is made of; what is wrong with one is said without naming it again. */
final class InputFile {
    private InputFile() {}

    static String text(Path file) {
        check(file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Rows [n][d] of a CSV or npy file in the folder; an absolute name stands for itself. */
    static double[][] rows(Path folder, String name) {
        String lowered = name.toLowerCase(Locale.ROOT);
        if (!lowered.endsWith(".csv") && !lowered.endsWith(".npy")) {
            throw new ScenarioException("", "neither .csv nor .npy; give a file of one of these kinds");
        }
        Path file = resolve(folder, name);
        check(file);
        try {
            return lowered.endsWith(".npy") ? NpyReader.read(file) : CsvReader.read(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new ScenarioException("", "not a file name");
        }
    }

    private static void check(Path file) {
        if (Files.notExists(file)) {
            throw new ScenarioException(
                    "", "no such file in " + file.toAbsolutePath().getParent());
        }
        if (Files.isDirectory(file)) {
            throw new ScenarioException("", "a folder; give a file");
        }
        if (!Files.isReadable(file)) {
            throw new ScenarioException("", "cannot be read; check its permissions");
        }
    }

    private static ScenarioException failure(IOException e) {
        boolean encoding = e instanceof CharacterCodingException;
        return new ScenarioException("", encoding ? "not UTF-8 text" : "cannot be read: " + e.getMessage());
    }
}
