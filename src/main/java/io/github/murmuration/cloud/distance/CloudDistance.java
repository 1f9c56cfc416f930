package io.github.murmuration.cloud.distance;

import io.github.murmuration.cloud.Cloud;

/** A distance of two clouds of one dimension: symmetric, not negative, 0 for equal ones. */
@FunctionalInterface
public interface CloudDistance {
    double between(Cloud x, Cloud y);
}
