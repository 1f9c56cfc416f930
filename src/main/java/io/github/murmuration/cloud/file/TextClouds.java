package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.file.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A cloud as text: a point to a line, in the fewest digits that give its float64 back. */
public final class TextClouds {

    static final String AXES = "xyz";

    private TextClouds() {}

    /** Coordinates separated by commas, after a line with the names of the axes. */
    public static Content csv(Cloud cloud) {
        String names = String.join(",", AXES.substring(0, cloud.dimension()).split(""));
        return out -> {
            out.write((names + "\n").getBytes(StandardCharsets.US_ASCII));
            points(out, cloud, ",");
        };
    }

    /** Coordinates separated by spaces. */
    public static Content xyz(Cloud cloud) {
        return out -> points(out, cloud, " ");
    }

    static void points(OutputStream out, Cloud cloud, String separator) throws IOException {
        for (double[] point : cloud.points()) {
            String line = Arrays.stream(point).mapToObj(Double::toString).collect(Collectors.joining(separator));
            out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
