package io.github.murmuration.cloud;

import java.util.Locale;

/** Kinds of surfaces of a size L, with proportions of their own. */
public enum SurfaceKind {
    /** Of radius 0.8 L. */
    SPHERE {
        @Override
        Surface draw(double size, CloudNoise noise, int component) {
            return new SphereSurface(0.8 * size);
        }
    },
    /** Of radius 0.8 L about the middle of a tube of 0.2 to 0.5 of that. */
    TORUS {
        @Override
        Surface draw(double size, CloudNoise noise, int component) {
            double radius = 0.8 * size;
            return new TubeSurface(radius, 0, 1, radius * noise.between(0.2, 0.5, 0, component));
        }
    },
    /** Of three edges from 0.6 L to 1.6 L. */
    BOX {
        @Override
        Surface draw(double size, CloudNoise noise, int component) {
            double[] halves = new double[3];
            for (int j = 0; j < 3; j++) {
                halves[j] = size * noise.between(0.3, 0.8, 0, component + j);
            }
            return new BoxSurface(halves);
        }
    },
    /** Two to three turns of a tube of radius 0.12 L, 2 L high, about a cylinder of radius 0.4 L to 0.8 L. */
    HELIX {
        @Override
        Surface draw(double size, CloudNoise noise, int component) {
            double radius = size * noise.between(0.4, 0.8, 0, component);
            double turns = noise.between(2, 3, 0, component + 1);
            return new TubeSurface(radius, size / (Math.PI * turns), turns, 0.12 * size);
        }
    };

    /** @param component number of the first random number that the proportions are made of */
    abstract Surface draw(double size, CloudNoise noise, int component);

    /** The name in scenario files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
