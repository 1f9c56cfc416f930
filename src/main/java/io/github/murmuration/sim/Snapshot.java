package io.github.murmuration.sim;

import java.nio.file.Path;

/**
 * States of all agents at one time, in a file: npy, float32 [N][d]; or what they keep: labels, uint8 [N], and marks, float32 [N][M].
 *
 * @param name of the file among the outputs
 * @param population whose they are; empty for what is the same of all
 * @param t in [0, 1]; NaN for what does not change
 * @param file where it lies until it is published
 */
public record Snapshot(String name, String population, double t, Path file) {

    static Snapshot ofAll(String name, Path file) {
        return new Snapshot(name, "", Double.NaN, file);
    }
}
