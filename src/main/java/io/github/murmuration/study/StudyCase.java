package io.github.murmuration.study;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A case of a study: what it finds is a function of what the study was asked for and of the cases asked for before it.
 *
 * @param name of the file that keeps it
 * @param type of its result: a record or an array that is JSON
 * @param work of the case, which it counts itself
 * @param alone a request whose only case this is; empty where the case is to be found by its name in the study's own request
 * @param compute the result, with what the case may work with
 */
public record StudyCase<R>(
        String name,
        Class<R> type,
        double work,
        Optional<Supplier<KeptCases.Request>> alone,
        Function<Resources, R> compute) {

    public StudyCase(String name, Class<R> type, double work, Function<Resources, R> compute) {
        this(name, type, work, Optional.empty(), compute);
    }
}
