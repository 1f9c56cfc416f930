package io.github.murmuration.sim;

import io.github.murmuration.model.Living;
import io.github.murmuration.model.WrittenModel;
import io.github.murmuration.scenario.CustomModel;
import java.util.List;
import java.util.Locale;

/**
 * An agent is absorbed where a step ends, while a path crosses in between as well: an end acts as if it lay 0.5826 s sqrt(h) further out, with
 * noise s, steps h and 0.5826 = -zeta(1/2) / sqrt(2 pi). Source: M. Broadie, P. Glasserman, S. Kou, Math. Finance 7 (1997) 325.
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
                        .filter(j -> noisy(problem, j))
                        .map(j -> note(problem, j))
                        .toList())
                .orElse(List.of());
    }

    private static boolean noisy(Problem problem, int j) {
        CustomModel model = problem.written().orElseThrow().model();
        String name = model.state().get(j);
        return model.noise().containsKey(name) || model.commonNoise().containsKey(name);
    }

    private static Note note(Problem problem, int j) {
        WrittenModel written = problem.written().orElseThrow();
        String name = written.model().state().get(j);
        double root = Math.sqrt(problem.grid().step(0) * written.model().horizon());
        double noise = written.model().commonNoise().containsKey(name) ? 0 : written.noise(j, 0);
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
