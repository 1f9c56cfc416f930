package io.github.murmuration.study;

import io.github.murmuration.file.Sha256;
import io.github.murmuration.report.AtomicFile;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Arithmetic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file of two lines: a text, and what vouches for it: the layouts of noise and of states, and SHA-256 of these, of what the text
 * belongs to, and of the text.
 */
final class SealedText {

    private static final String LAYOUT =
            "layout " + Noise.LAYOUT_VERSION + "." + Arithmetic.LAYOUT_VERSION + " sha256 ";

    private SealedText() {}

    /**
     * @param of what the text belongs to.
     * @param text of one line
     */
    static void write(Path file, String of, String text) throws IOException {
        AtomicFile.write(file, text + "\n" + seal(of, text) + "\n");
    }

    /** @throws ScenarioException it is not as it was written by this version, or belongs to something else */
    static String read(Path file, String of) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException(file.toString(), "is not a file");
        }
        if (!Files.isReadable(file)) {
            throw new ScenarioException(file.toString(), "cannot be read; check its permissions");
        }
        String[] lines = lines(file);
        if (lines.length != 3 || !lines[2].isEmpty() || !lines[1].equals(seal(of, lines[0]))) {
            throw damaged(file);
        }
        return lines[0];
    }

    static ScenarioException damaged(Path file) {
        return new ScenarioException(file.toString(), "is damaged, or was kept by another version");
    }

    private static String[] lines(Path file) throws IOException {
        try {
            return Files.readString(file).split("\n", -1);
        } catch (CharacterCodingException e) {
            throw damaged(file);
        }
    }

    private static String seal(String of, String text) {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {LAYOUT, of, text}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return LAYOUT + HexFormat.of().formatHex(digest.digest());
    }
}
