package io.github.murmuration.cloud.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.file.Content;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.ScenarioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file of clouds, it is either accepted or refused in one line that names it; nothing else escapes. */
class DamagedCloudTest {

    private static final int TRIES = 250;
    private static final Cloud CLOUD = new Cloud(new double[][] {{1, -2.5, 3e-7}, {0.1, 4, 5}, {6, 7, 8}});
    private static final List<String> PIECES = List.of(
            "\n",
            " ",
            "0",
            "-1",
            "999999999",
            "99999999999999999999",
            "1e999",
            "nan",
            "element vertex 3\n",
            "element",
            "property uchar x\n",
            "property list uchar int y\n",
            "end_header\n",
            "format ascii 1.0\n",
            "\0",
            "(3, 4)",
            "'shape': (2147483647, 3)",
            "<f4",
            ",",
            "3\n\nH 1 2 3\n",
            "#",
            "\uFEFF");

    @TempDir
    private Path folder;

    @Test
    void isAcceptedOrRefusedInOneLine() throws IOException {
        check("cloud.npy", NpyClouds.content(List.of(CLOUD, CLOUD)));
        check("cloud.csv", TextClouds.csv(CLOUD));
        check("cloud.xyz", TextClouds.xyz(CLOUD));
        check("atoms.xyz", out -> out.write("2\nhydrogen\nH 0 0 0\nH 0 0 0.74\n".getBytes(StandardCharsets.US_ASCII)));
        for (PlyEncoding encoding : PlyEncoding.values()) {
            check(encoding + ".ply", PlyClouds.content(CLOUD, encoding));
        }
    }

    private void check(String name, Content content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        content.writeTo(whole);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int accepted = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] damaged = damaged(whole.toByteArray(), random);
            accepted += accepts(Files.write(folder.resolve(name), damaged)) ? 1 : 0;
        }
        assertTrue(accepted > TRIES / 100 && accepted < TRIES, name + ": " + accepted + " accepted");
    }

    private static boolean accepts(Path file) {
        try {
            for (Cloud cloud : CloudFiles.read(file)) {
                assertTrue(Arrays.stream(cloud.points())
                        .allMatch(point -> point.length == cloud.dimension()
                                && Arrays.stream(point).allMatch(Double::isFinite)));
            }
            return true;
        } catch (ScenarioException | HeapException e) {
            assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            return false;
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] damaged = whole.clone();
        int at = random.nextInt(whole.length);
        switch (random.nextInt(4)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> damaged = Arrays.copyOf(whole, at);
            case 2 -> damaged[at] = (byte) "0123456789-. \n,".charAt(random.nextInt(15));
            default -> {
                byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                int removed = random.nextInt(Math.min(9, whole.length - at));
                damaged = Arrays.copyOf(whole, whole.length - removed + piece.length);
                System.arraycopy(piece, 0, damaged, at, piece.length);
                System.arraycopy(whole, at + removed, damaged, at + piece.length, whole.length - at - removed);
            }
        }
        return damaged;
    }
}
