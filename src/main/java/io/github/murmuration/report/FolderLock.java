package io.github.murmuration.report;

import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a folder for one writer. The operating system takes the lock back when the process ends, however it ends; the file stays,
 * because a lock on a file that another process removes excludes no process. It holds the process id of the last writer.
 */
final class FolderLock implements AutoCloseable {

    /** Folders locked by this process. On POSIX, closing any channel of a file drops the locks of the whole process on it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** The byte that is locked: far behind the process id, which stays readable where locks are mandatory. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param file in a folder that exists.
     * @throws ScenarioException another writer has the folder, with its process id
     */
    static FolderLock take(Path folder, Path file) throws IOException {
        Path real = file.getParent().toRealPath().resolve(file.getFileName());
        if (!HELD.add(real)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        FolderLock lock = null;
        try {
            lock = new FolderLock(real, FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock.channel.tryLock(LOCKED, 1, false) == null) {
                throw inUse(folder, Files.readString(real).strip());
            }
            lock.sign();
            return lock;
        } catch (IOException | ScenarioException e) {
            if (lock != null) {
                lock.channel.close();
            }
            HELD.remove(real);
            throw e;
        }
    }

    private void sign() throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }

    private static ScenarioException inUse(Path folder, String process) {
        return new ScenarioException(
                "--out",
                folder + " is in use by process " + process + "; give another folder, or wait until that ends");
    }
}
