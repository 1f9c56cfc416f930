package io.github.murmuration.study;

import io.github.murmuration.report.StudyReport;

/** An experiment made of many simulations. */
public interface Study {

    /** How much there is to do, in units of work. */
    double work();

    /** What work is counted in. */
    default String unit() {
        return "agent-steps";
    }

    /** Does it, case by case, and says what was found. */
    StudyReport run(Resources resources);
}
