package io.github.murmuration.report;

import io.github.murmuration.file.Content;
import io.github.murmuration.file.Reason;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folder that a run or a study leaves its files in, kept from other processes until it is closed. Files that are written show
 * when they are published, all at once; what the run before published and this one does not write goes then. Its own files are in
 * {@code .murmuration/} and {@code checkpoint/}; files of the user are left alone.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String HIDDEN = ".murmuration";
    private static final String CHECKPOINT = "checkpoint";

    /** Endings of all files that are ever put in place of others. */
    private static final String REPLACED = "*.{json,csv,npz,html,png,svg,bin,yaml,npy,h5,ply}";

    private static final Pattern LEFT_OVER = Pattern.compile(AtomicFile.PARTIAL);

    private final Path folder;
    private final FolderLock lock;
    private final Publication publication;

    private OutputFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.publication = new Publication(folder, folder.resolve(HIDDEN));
    }

    /**
     * Takes a folder, creates it when absent, and tries that it can be written to; removes what processes that were stopped left behind.
     *
     * @throws ScenarioException it cannot be written to, or another process writes to it
     */
    public static OutputFolder open(Path folder) {
        if (folder.toString().isEmpty()) {
            throw ScenarioException.refused("--out", "\"\"", "a folder");
        }
        try {
            Files.createDirectories(folder.resolve(HIDDEN));
            OutputFolder output = new OutputFolder(
                    folder, FolderLock.take(folder, folder.resolve(HIDDEN).resolve("lock")));
            try {
                output.prepare();
                return output;
            } catch (IOException | RuntimeException e) {
                output.lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw refused(folder, obstacle(folder, e));
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /**
     * Adds a file to those to be published.
     * @throws io.github.murmuration.file.UnwrittenException it could not be written
     */
    public void write(String name, Content content) throws IOException {
        publication.add(name, content);
    }

    /**
     * Adds a file that is made where it will lie until it is published.
     * @throws io.github.murmuration.file.UnwrittenException it could not be written
     */
    void make(String name, FileMaker maker) throws IOException {
        publication.make(name, maker);
    }

    /** Adds a file that lies in one of its own folders already, by moving it. */
    public void adopt(String name, Path file) throws IOException {
        publication.adopt(name, file);
    }

    /**
     * Adds a text in UTF-8.
     * @throws io.github.murmuration.file.UnwrittenException it could not be written
     */
    public void write(String name, String text) throws IOException {
        write(name, AtomicFile.text(text));
    }

    /** Puts what was written since the last call in place; the first call takes away what the run before published. */
    public void publish() throws IOException {
        publication.publish();
    }

    /** Forgets what was written and not published, and lets other processes in. */
    @Override
    public void close() throws IOException {
        try (lock) {
            publication.discard();
        }
    }

    private void prepare() throws IOException {
        Path checkpoint = folder.resolve(CHECKPOINT);
        if (Files.exists(checkpoint, LinkOption.NOFOLLOW_LINKS)) {
            inspect(checkpoint);
        }
        inspect(folder);
        publication.discard();
        publication.finish();
    }

    /** Tries that files can be written and replaced there. */
    private void inspect(Path place) throws IOException {
        Path trial = AtomicFile.partial(place.resolve("trial"));
        try {
            AtomicFile.fill(trial, out -> out.write('\n'));
        } finally {
            Files.deleteIfExists(trial);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, REPLACED)) {
            for (Path file : files) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw refused(folder, file + " is a folder, and a file is to take its place");
                }
            }
        }
        removeLeftOver(place);
    }

    private static void removeLeftOver(Path place) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, ".*.partial")) {
            for (Path file : files) {
                if (LEFT_OVER.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What is in the way: the first part of the path that is no folder, or the reason of the operating system. */
    private static String obstacle(Path folder, IOException e) {
        for (Path part = folder.resolve(CHECKPOINT); part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part) && !Files.exists(part)) {
                return part + " is a link to nothing";
            }
            if (Files.exists(part)) {
                return Files.isDirectory(part) ? Reason.of(e) : part + " is a file";
            }
        }
        return Reason.of(e);
    }

    private static ScenarioException refused(Path folder, String reason) {
        return new ScenarioException("--out", folder + " cannot be written to: " + reason + "; give another folder");
    }
}
