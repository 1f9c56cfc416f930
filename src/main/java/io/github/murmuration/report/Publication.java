package io.github.murmuration.report;

import io.github.murmuration.file.Content;
import io.github.murmuration.file.UnwrittenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a run take the place of those of the run before. They are made in {@code new/}; renamed to {@code ready/} it counts as
 * published, and {@link #finish} moves its files out. A process that dies before leaves the old files, one that dies after leaves a
 * {@code ready/} that is finished at the next start. {@code manifest} names the files of the last run, one a line.
 */
final class Publication {

    private static final String MANIFEST = "manifest";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private final Path folder;
    private final Path fresh;
    private final Path ready;
    private final Path manifest;
    private final Set<String> names = new TreeSet<>();

    /**
     * @param hidden where it keeps its own files
     */
    Publication(Path folder, Path hidden) {
        this.folder = folder;
        this.fresh = hidden.resolve("new");
        this.ready = hidden.resolve("ready");
        this.manifest = hidden.resolve(MANIFEST);
    }

    /**
     * Puts a file beside those to be published.
     * @throws UnwrittenException with the name that it would have had
     */
    void add(String name, Content content) throws IOException {
        write(name, content);
        names.add(name);
    }

    /**
     * Has a file made beside those to be published.
     * @throws UnwrittenException with the name that it would have had
     */
    void make(String name, FileMaker maker) throws IOException {
        Path file = fresh.resolve(name);
        try {
            Files.createDirectories(fresh);
            Files.deleteIfExists(file);
            maker.make(file);
        } catch (IOException e) {
            throw UnwrittenException.of(folder.resolve(name), file, e);
        }
        names.add(name);
    }

    /** Moves a file of the same folder beside those to be published. */
    void adopt(String name, Path file) throws IOException {
        Files.createDirectories(fresh);
        move(file, fresh.resolve(name));
        names.add(name);
    }

    /** Publishes what was added, beside what this object published before; every other file of the manifest goes. */
    void publish() throws IOException {
        write(MANIFEST, AtomicFile.text(String.join("\n", names)));
        move(fresh, ready);
        finish();
    }

    /** Moves out what was published, if a process was stopped while it did so. */
    void finish() throws IOException {
        Path listed = ready.resolve(MANIFEST);
        if (Files.exists(listed)) {
            for (Path file : files(ready)) {
                if (!file.equals(listed)) {
                    move(file, folder.resolve(file.getFileName()));
                }
            }
            Set<String> stale = names(manifest);
            stale.removeAll(names(listed));
            for (String name : stale) {
                remove(folder.resolve(name));
            }
            move(listed, manifest);
        }
        Files.deleteIfExists(ready);
    }

    /** Forgets what was added and not published. */
    void discard() throws IOException {
        if (Files.isDirectory(fresh)) {
            for (Path file : files(fresh)) {
                Files.delete(file);
            }
            Files.delete(fresh);
        }
    }

    private void write(String name, Content content) throws IOException {
        Path file = fresh.resolve(name);
        try {
            Files.createDirectories(fresh);
            Files.deleteIfExists(file);
            AtomicFile.fill(file, content);
        } catch (IOException e) {
            throw UnwrittenException.of(folder.resolve(name), file, content, e);
        }
    }

    /** Not what a user has put in its place. */
    private static void remove(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(file);
        }
    }

    /** Lines that are no names of files, let alone of files elsewhere, are no lines of a manifest. */
    private static Set<String> names(Path list) throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.ISO_8859_1)) {
                if (NAME.matcher(line).matches()) {
                    names.add(line);
                }
            }
        }
        return names;
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }
}
