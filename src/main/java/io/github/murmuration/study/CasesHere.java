package io.github.murmuration.study;

import io.github.murmuration.crew.Crew;
import java.util.List;

/**
 * Computes the cases that are not kept on this machine: one after the other, or as many at once as there are threads, where the backend
 * lets them.
 */
public record CasesHere(KeptCases kept) implements Cases {

    @Override
    public <R> List<R> all(List<StudyCase<R>> cases, boolean together, Resources resources) {
        boolean apart = together && resources.backend().sideBySide() && cases.size() >= threads(resources);
        Resources each = apart ? resources.with(1) : resources;
        try (Crew<?> crew = Crew.of(apart ? resources.threads() : 1)) {
            return crew.map(cases.size(), c -> one(cases.get(c), each));
        }
    }

    private <R> R one(StudyCase<R> each, Resources resources) {
        return kept.find(each)
                .map(found -> {
                    resources.meter().skip(each.work());
                    return found;
                })
                .orElseGet(() -> {
                    R result = each.compute().apply(resources);
                    kept.keep(each.name(), CaseText.of(result));
                    return result;
                });
    }

    private static int threads(Resources resources) {
        return resources.threads() > 0
                ? resources.threads()
                : Runtime.getRuntime().availableProcessors();
    }
}
