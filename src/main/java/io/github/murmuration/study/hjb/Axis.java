package io.github.murmuration.study.hjb;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** A number that cases differ in, besides their weights. */
enum Axis {
    IN_SPACE("functions-of-y", "functions of y", HjbCase::inSpace),
    ORDERS("functions-of-u", "functions of u", HjbCase::orders),
    SAMPLES("samples", "samples", HjbCase::samples),
    NOISED("noised-points", "noised points", HjbCase::noised);

    private final String file;
    private final String title;
    private final ToIntFunction<HjbCase> number;

    Axis(String file, String title, ToIntFunction<HjbCase> number) {
        this.file = file;
        this.title = title;
        this.number = number;
    }

    String file() {
        return file;
    }

    String title() {
        return title;
    }

    int of(HjbCase asked) {
        return number.applyAsInt(asked);
    }

    /** Whether two cases have the same number. */
    boolean same(HjbCase one, HjbCase other) {
        return of(one) == of(other);
    }

    /** Whether two cases have the same numbers on all axes but this. */
    boolean along(HjbCase one, HjbCase other) {
        return Arrays.stream(values()).allMatch(axis -> axis == this || axis.same(one, other));
    }
}
