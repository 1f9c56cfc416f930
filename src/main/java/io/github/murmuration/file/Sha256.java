package io.github.murmuration.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256; of what is in a file, as 64 hexadecimal digits. */
public final class Sha256 {

    private Sha256() {}

    /** Of what a file will hold. */
    public static String of(Content content) {
        try {
            return hash(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of a file.
     *
     * @throws IOException it cannot be read
     */
    public static String of(Path file) throws IOException {
        return hash(out -> Files.copy(file, out));
    }

    private static String hash(Content content) throws IOException {
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest())) {
            content.writeTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        }
    }

    /** One to be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
