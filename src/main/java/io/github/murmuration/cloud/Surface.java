package io.github.murmuration.cloud;

/** A surface in space that is parametrised by area. */
sealed interface Surface permits SphereSurface, TubeSurface, BoxSurface {

    /** A point [3] that is uniform by area where u, v and w are independent and uniform on (0, 1). */
    double[] at(double u, double v, double w);
}
