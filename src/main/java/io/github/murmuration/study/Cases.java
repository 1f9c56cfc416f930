package io.github.murmuration.study;

import java.util.List;

/** Who computes the cases of a study. */
public interface Cases {

    /**
     * Results of cases none of which needs another, in their order.
     *
     * @param together whether several may be computed at once, each by one thread
     * @param resources of the whole study
     */
    <R> List<R> all(List<StudyCase<R>> cases, boolean together, Resources resources);
}
