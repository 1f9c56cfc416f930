package io.github.murmuration.report;

import java.util.Optional;

/** One kind of figure. */
interface FigureFamily {

    /** The figure of these findings; empty where it would show nothing. */
    Optional<Figure> draw(Findings findings, Palette palette);
}
