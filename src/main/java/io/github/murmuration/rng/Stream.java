package io.github.murmuration.rng;

/**
 * Every use of noise in the project. The ordinal enters the counter (see {@link Noise}): append only, never reorder.
 */
public enum Stream {
    /** Normals of the initial state. */
    START,
    /** Words that choose the component an agent starts from. */
    START_COMPONENT,
    /** Normals of the Brownian increments. */
    INCREMENT,
    /** Words that choose the component of an endpoint (scheme {@code exact}). */
    ENDPOINT_COMPONENT,
    /** Normals of an endpoint within its component (scheme {@code exact}). */
    ENDPOINT,
    /** Normals of drawn patterns: column and row from the pattern's index, step from the number of its set. */
    PATTERN,
    /** Words that choose the component of a drawn pattern. */
    PATTERN_COMPONENT,
    /** Words that choose the pattern a path jumps towards (exact backward construction). */
    PATTERN_CHOICE,
    /** Words whose order splits a set of patterns into random halves. */
    HALVING,
    /** Words that become the seed of replicas: column and step are those of {@link Seeds}. */
    SEED,
    /** Normals that the agents of a replica have in common: column and row are those of its first agent. */
    COMMON,
    /** Normals and words that marks are drawn from: two components for each mark. */
    MARK,
    /** Words that choose the partners of a step: column is that of the replica's first agent. */
    BATCH,
    /** Words that choose the shape of a cloud: step is the number of the cloud, column and row are 0. */
    CLOUD_SHAPE,
    /** Normals and words that the points of a cloud have in common: step is the number of the cloud, column and row are 0. */
    CLOUD,
    /** Normals and words of the points of a cloud: column and row from the point, step is the number of the cloud. */
    CLOUD_POINT,
    /** Normals that noise the points of a cloud: column and row from the point, step is the number of the cloud. */
    CLOUD_NOISE,
    /** Normals that noise the copies of a branched point: column and row from the copy, step is the number of the cloud. */
    BRANCH,
    /** Normals and words that frequencies of waves are drawn from: step is the number of the frequency, column and row are 0. */
    FREQUENCY,
    /** Normals and words of points that are drawn along the surface of given ones: column and row from the point, step is the number of the cloud. */
    UPSAMPLED
}
