package io.github.murmuration.sim;

import io.github.murmuration.file.Sha256;
import io.github.murmuration.scenario.ScenarioException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file whose head vouches for all of it. Big-endian: magic, format, length of the file, SHA-256 of the content, magic, format and length;
 * then the content. SHA-256, since no damage, however it is spread, leaves it as it was, and it is as fast as a disk.
 */
final class SealedFile {

    /** Changes with what the content is made of. */
    static final int FORMAT = 7;

    private static final int MAGIC = 0x4d55524d;
    private static final int DIGEST = 32;
    private static final int HEAD = 2 * Integer.BYTES + Long.BYTES + DIGEST;
    private static final int BUFFER = 1 << 16;

    /** What goes into the file. */
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private SealedFile() {}

    /** Writes the file and leaves it on the disk, not in memory on its way there. */
    static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            MessageDigest digest = Sha256.digest();
            channel.position(HEAD);
            OutputStream digested = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, BUFFER));
            content.writeTo(out);
            out.flush();
            ByteBuffer head = head(channel.position(), digest);
            Channels.newOutputStream(channel.position(0)).write(head.array());
            channel.force(true);
        }
    }

    /** As many bytes as the file has. */
    static void measure(Content content, OutputStream out) throws IOException {
        out.write(new byte[HEAD]);
        content.writeTo(new DataOutputStream(out));
    }

    /**
     * Opens a file at its content, after reading all of it.
     * @throws ScenarioException it is not there, or not as it was written
     */
    static DataInputStream open(Path file) throws IOException {
        FileChannel channel = channel(file);
        try {
            check(file, channel);
            return stream(channel.position(HEAD));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        require(Files.exists(file), file, "no such file");
        require(Files.isRegularFile(file), file, "is not a file");
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            throw new ScenarioException(file.toString(), "cannot be read; check its permissions");
        }
    }

    private static void check(Path file, FileChannel channel) throws IOException {
        DataInputStream in = stream(channel);
        long size = channel.size();
        try {
            require(in.readInt() == MAGIC, file, "is no checkpoint");
            int format = in.readInt();
            require(format == FORMAT, file, "is of format " + format + ", this version reads " + FORMAT);
            long length = in.readLong();
            require(length == size, file, "is damaged: " + size + " bytes long, not " + length);
            ByteBuffer expected = ByteBuffer.wrap(in.readNBytes(DIGEST));
            ByteBuffer found = head(length, digest(in)).position(HEAD - DIGEST);
            require(found.equals(expected), file, "is damaged: its checksum does not fit its content");
        } catch (EOFException e) {
            throw new ScenarioException(file.toString(), "is damaged: " + size + " bytes long");
        }
    }

    private static void require(boolean whole, Path file, String otherwise) {
        if (!whole) {
            throw new ScenarioException(file.toString(), otherwise);
        }
    }

    /** Magic, format, length and the digest of the content and of these three. */
    private static ByteBuffer head(long length, MessageDigest content) {
        ByteBuffer head = ByteBuffer.allocate(HEAD).putInt(MAGIC).putInt(FORMAT).putLong(length);
        content.update(head.array(), 0, head.position());
        return head.put(content.digest());
    }

    private static MessageDigest digest(InputStream content) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count > 0; count = content.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return digest;
    }

    private static DataInputStream stream(FileChannel channel) {
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    }
}
