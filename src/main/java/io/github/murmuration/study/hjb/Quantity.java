package io.github.murmuration.study.hjb;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A quantity of an outcome. */
enum Quantity {
    COST("J - J*", Outcome::cost),
    ERROR("score error", Outcome::error),
    DISTANCE("sliced W2", Outcome::distance),
    RESIDUAL("HJB residual", Outcome::residual),
    EMPTY("in empty squares", outcome -> outcome.shares().empty()),
    OFF("off the board", outcome -> outcome.shares().off()),
    EDGES("edges/inside", outcome -> outcome.shares().edges());

    private final String title;
    private final ToDoubleFunction<Outcome> value;

    Quantity(String title, ToDoubleFunction<Outcome> value) {
        this.title = title;
        this.value = value;
    }

    /** What there is of a law: squares are those of a checkerboard. */
    static List<Quantity> of(PlaneLaw law) {
        List<Quantity> all = List.of(values());
        return law == PlaneLaw.CHECKERBOARD ? all : all.subList(0, EMPTY.ordinal());
    }

    String title() {
        return title;
    }

    ToDoubleFunction<Outcome> value() {
        return value;
    }
}
