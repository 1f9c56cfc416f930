package io.github.murmuration.sim;

import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import java.util.List;
import java.util.Locale;

/**
 * An agent is absorbed where a step ends, while a path crosses in between as well: an end acts as if it lay zeta s sqrt(h) further out, zeta =
 * -zeta(1/2) / sqrt(2 pi), with noise s and steps h. Source: M. Broadie, P. Glasserman, S. Kou, Math. Finance 7 (1997) 325.
 */
final class UnseenCrossings {

    private static final double SHIFT = 0.5826;

    private UnseenCrossings() {}

    static List<Note> notes(Problem problem) {
        return problem.written()
                .flatMap(WrittenModel::living)
                .map(living -> living.ends().stream()
                        .map(Living.End::coordinate)
                        .distinct()
                        .map(j -> note(problem, j))
                        .toList())
                .orElse(List.of());
    }

    private static Note note(Problem problem, int j) {
        WrittenModel written = problem.written().orElseThrow();
        String name = written.model().state().get(j);
        double root = Math.sqrt(problem.grid().step(0) * written.model().horizon());
        double noise = written.noise(j, 0);
        String shift = noise > 0 ? "" : " for each unit of its noise";
        double by = SHIFT * root * (noise > 0 ? noise : 1);
        return Note.of(String.format(
                Locale.ROOT,
                "%s: crossings between steps are not seen; an end that absorbs acts as if it lay %.2g further out%s",
                name,
                by,
                shift));
    }
}
