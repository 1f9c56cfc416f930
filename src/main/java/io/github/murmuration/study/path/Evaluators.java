package io.github.murmuration.study.path;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.PatternEvaluator;
import java.util.ArrayList;
import java.util.List;

/** Hands one evaluator to each worker and closes all of them: on a device they hold memory. */
final class Evaluators implements AutoCloseable {

    private final Backend backend;
    private final List<PatternEvaluator> open = new ArrayList<>();

    Evaluators(Backend backend) {
        this.backend = backend;
    }

    /** Of one thread. */
    PatternEvaluator next() {
        PatternEvaluator made = backend.patterns(1);
        open.add(made);
        return made;
    }

    @Override
    public void close() {
        open.forEach(PatternEvaluator::close);
    }
}
