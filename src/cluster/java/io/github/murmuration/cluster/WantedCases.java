package io.github.murmuration.cluster;

import io.github.murmuration.study.CaseText;
import io.github.murmuration.study.Cases;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.List;
import java.util.Map;

/** Computes some cases of a study and leaves it there; those that it asks for before were computed elsewhere. */
final class WantedCases implements Cases {

    private final List<String> wanted;
    private final Map<String, String> kept;

    /**
     * @param wanted names of cases none of which needs another; empty for the only case of the study
     * @param kept results of earlier cases, as JSON, by name
     */
    WantedCases(List<String> wanted, Map<String, String> kept) {
        this.wanted = wanted;
        this.kept = kept;
    }

    /** Ends the study; it is no failure, and has no trace. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> results;

        Found(List<String> results) {
            super("", null, false, false);
            this.results = results;
        }
    }

    /**
     * Results as JSON, in the order of the wanted cases.
     *
     * @throws IllegalStateException the study has no such cases
     */
    static List<String> of(Study study, Resources resources) {
        try {
            study.run(resources);
        } catch (Found found) {
            return found.results;
        }
        throw new IllegalStateException("the study has no such case");
    }

    @Override
    public <R> List<R> all(List<StudyCase<R>> cases, boolean together, Resources resources) {
        List<StudyCase<R>> here = wanted.isEmpty()
                ? cases
                : wanted.stream()
                        .flatMap(name ->
                                cases.stream().filter(each -> each.name().equals(name)))
                        .toList();
        if (!here.isEmpty()) {
            throw new Found(here.stream()
                    .map(each -> CaseText.of(each.compute().apply(resources)))
                    .toList());
        }
        return cases.stream().map(this::earlier).toList();
    }

    private <R> R earlier(StudyCase<R> each) {
        String text = kept.get(each.name());
        if (text == null) {
            throw new IllegalStateException(each.name() + " is asked for and not known");
        }
        return CaseText.read(text, each.type());
    }
}
