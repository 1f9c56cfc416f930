package io.github.murmuration.cluster;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.sim.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * An output folder on one of Hadoop's file systems, {@code hdfs://...}, {@code s3a://...}, {@code file:/...}. A folder of this machine
 * stands for it while a command runs: cases that are kept there are fetched at the beginning, new ones are copied as they come, and what
 * was published is put in place at the end, file by file, by renaming.
 */
final class RemoteFolder {

    private static final Pattern ADDRESS = Pattern.compile("(--out=)?([a-z][a-z0-9+.-]+:/.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final String CHECKPOINT = "checkpoint";
    private static final String MANIFEST = ".murmuration/manifest";

    /** Properties that spark-submit passes on to Hadoop. */
    private static final String OF_HADOOP = "spark.hadoop.";

    private final String address;
    private final org.apache.hadoop.fs.Path remote;
    private final FileSystem files;
    private final Path local;
    private final Map<Path, FileTime> copied = new HashMap<>();

    private RemoteFolder(String address) throws IOException {
        this.address = address;
        this.remote = new org.apache.hadoop.fs.Path(URI.create(address));
        this.files = remote.getFileSystem(configuration());
        this.files.setWriteChecksum(false);
        this.local = Files.createTempDirectory("murmuration-out-");
    }

    /**
     * The folder that a command line names, with the cases that it keeps; empty where that is one of this machine.
     * @throws UnavailableException it cannot be reached
     */
    static Optional<RemoteFolder> named(String... arguments) {
        Optional<String> address = Arrays.stream(arguments)
                .map(ADDRESS::matcher)
                .filter(found -> found.matches())
                .map(found -> found.group(2))
                .findFirst();
        try {
            if (address.isEmpty()) {
                return Optional.empty();
            }
            RemoteFolder folder = new RemoteFolder(address.get());
            folder.fetch();
            return Optional.of(folder);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnavailableException(address.orElseThrow() + " cannot be used: " + e.getMessage());
        }
    }

    /** Hadoop's, with the properties that spark-submit was given for it. */
    static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith(OF_HADOOP)) {
                configuration.set(name.substring(OF_HADOOP.length()), System.getProperty(name));
            }
        }
        return configuration;
    }

    /** Where it is. */
    URI address() {
        return remote.toUri();
    }

    /** The same command line with the folder of this machine. */
    String[] here(String... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.replace(address, local.toString()))
                .toArray(String[]::new);
    }

    /** A text about the folder of this machine, as one about that which it stands for. */
    String shown(String text) {
        return text.replace(local.toString(), address);
    }

    /** Copies the cases that are new since the last call. */
    void keep() throws IOException {
        for (Path file : kept()) {
            FileTime written = Files.getLastModifiedTime(file);
            if (!written.equals(copied.put(file, written))) {
                copy(CHECKPOINT + "/" + file.getFileName());
            }
        }
    }

    /** Puts what was published in place, takes away what was there before and is no more, and forgets the cases. */
    void publish() throws IOException {
        Set<String> stale = before();
        for (String name : Files.readAllLines(local.resolve(MANIFEST))) {
            copy(name);
            stale.remove(name);
        }
        for (String name : stale) {
            files.delete(at(name), false);
        }
        copy(MANIFEST);
        files.delete(at(CHECKPOINT), true);
    }

    /** Removes the folder of this machine, as far as that can be done. */
    void leave() {
        try {
            TemporaryFolder.remove(local);
        } catch (IOException e) {
            local.toFile().deleteOnExit();
        }
    }

    private void fetch() throws IOException {
        Path folder = Files.createDirectories(local.resolve(CHECKPOINT));
        FileStatus[] there = files.exists(at(CHECKPOINT)) ? files.listStatus(at(CHECKPOINT)) : new FileStatus[0];
        for (FileStatus file : there) {
            String name = file.getPath().getName();
            if (file.isFile() && !name.startsWith(".") && !name.startsWith(Checkpoint.PART)) {
                try (InputStream in = files.open(file.getPath())) {
                    Files.copy(in, folder.resolve(name));
                }
            }
        }
        for (Path file : kept()) {
            copied.put(file, Files.getLastModifiedTime(file));
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(local.resolve(CHECKPOINT))) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /** Files that were published there before. */
    private Set<String> before() throws IOException {
        if (!files.exists(at(MANIFEST))) {
            return new HashSet<>();
        }
        try (InputStream in = files.open(at(MANIFEST))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> NAME.matcher(name).matches())
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private void copy(String name) throws IOException {
        org.apache.hadoop.fs.Path to = at(name);
        org.apache.hadoop.fs.Path partial =
                new org.apache.hadoop.fs.Path(to.getParent(), "." + to.getName() + ".partial");
        try (OutputStream out = files.create(partial, true)) {
            Files.copy(local.resolve(name), out);
        }
        files.delete(to, false);
        if (!files.rename(partial, to)) {
            throw new IOException(to + " cannot be written: " + partial + " could not be renamed");
        }
    }

    private org.apache.hadoop.fs.Path at(String name) {
        return new org.apache.hadoop.fs.Path(remote, name);
    }
}
