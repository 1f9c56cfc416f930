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

    /** Whether it times the machine that it runs on, so that it means nothing elsewhere. */
    default boolean timesTheMachine() {
        return false;
    }

    /** Does it, case by case, and says what was found; may be asked again. */
    StudyReport run(Resources resources);
}
