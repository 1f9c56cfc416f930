package io.github.murmuration.sim;

import io.github.murmuration.file.UnwrittenException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The last two checkpoints of a run, {@code checkpoint/state.bin} and the one before it, {@code checkpoint/previous.bin}. A new one is on
 * the disk before it takes its place, so that at every moment one of them is whole.
 */
final class CheckpointFiles {

    private final Path folder;
    private boolean newestIsWhole;
    private boolean previousIsWhole;

    /** @param resumed what the run goes on from; null for a run from the start, which keeps no checkpoint of another run */
    CheckpointFiles(Path folder, Checkpoint resumed) {
        this.folder = folder;
        this.newestIsWhole = resumed != null && resumed.file().equals(newest(folder));
        this.previousIsWhole = resumed != null;
    }

    static Path newest(Path folder) {
        return folder.resolve("checkpoint").resolve("state.bin");
    }

    static Path previous(Path folder) {
        return newest(folder).resolveSibling("previous.bin");
    }

    /**
     * Writes the newest; what was the newest is the previous one.
     * @throws UnwrittenException both are as they were
     */
    void write(SealedFile.Content content) throws IOException {
        Path newest = newest(folder);
        Path unfinished = newest.resolveSibling("state.bin.part");
        Files.createDirectories(newest.getParent());
        try {
            SealedFile.write(unfinished, content);
            makeRoom(newest);
            move(unfinished, newest);
        } catch (IOException e) {
            throw UnwrittenException.of(newest, unfinished, out -> SealedFile.measure(content, out), e);
        }
        newestIsWhole = true;
        force(newest.getParent());
    }

    private void makeRoom(Path newest) throws IOException {
        if (newestIsWhole) {
            move(newest, previous(folder));
            previousIsWhole = true;
        } else if (!previousIsWhole) {
            Files.deleteIfExists(previous(folder));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves the names on the disk too, where the system lets a folder be opened. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
