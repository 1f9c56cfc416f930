import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Output folders: copies of them, and whether two hold the same results. */
final class Folders {

    private Folders() {}

    /** What differs between a run's outputs and those of an undisturbed one; empty if nothing does. */
    static String difference(Path undisturbed, Path folder) throws IOException {
        List<String> expected = names(undisturbed);
        List<String> found = names(folder);
        if (!expected.equals(found)) {
            return "files " + found + " in place of " + expected;
        }
        return differentData(undisturbed, folder);
    }

    /** The first table or array of a run that another does not have as it is; empty if there is none. */
    static String differentData(Path undisturbed, Path folder) throws IOException {
        for (String name : names(undisturbed)) {
            boolean data = name.endsWith(".csv") || name.endsWith(".npz");
            if (data && !Files.exists(folder.resolve(name))) {
                return name + " is missing";
            }
            if (data && Files.mismatch(undisturbed.resolve(name), folder.resolve(name)) >= 0) {
                return name + " has other contents";
            }
        }
        return "";
    }

    /** Outputs without what only a later resume would read. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Binary checkpoints of a run, the newest first. */
    static List<Path> checkpoints(Path folder) throws IOException {
        Path kept = folder.resolve("checkpoint");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }

    /** Whether a resume has something to go on with. */
    static boolean kept(Path folder) throws IOException {
        return !checkpoints(folder).isEmpty() || Files.exists(folder.resolve("checkpoint/study.json"));
    }

    static Path copy(Path from, Path to) throws IOException {
        delete(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Part files in a folder. */
    static List<String> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).filter(name -> name.endsWith(".part")).toList();
        }
    }

    static byte[] joined(byte[] start, int startLength, byte[] end, int endFrom) {
        byte[] both = Arrays.copyOf(start, startLength + end.length - endFrom);
        System.arraycopy(end, endFrom, both, startLength, end.length - endFrom);
        return both;
    }
}
