package io.github.murmuration.cluster;

import io.github.murmuration.cli.FailureElsewhere;
import io.github.murmuration.cli.Murmuration;
import java.io.Serializable;
import java.util.List;

/**
 * What became of a task. A failure of the cases themselves is a result, which Spark does not try again.
 *
 * @param results of the cases as JSON, in their order; empty where they failed
 * @param backend that computed them
 * @param status of the program where they failed, otherwise 0
 * @param message where they failed
 */
record Outcome(List<String> results, String backend, int status, String message) implements Serializable {

    private static final long serialVersionUID = 1L;

    static Outcome found(List<String> results, String backend) {
        return new Outcome(results, backend, 0, "");
    }

    static Outcome failed(Throwable thrown) {
        FailureElsewhere failure = Murmuration.failure(thrown);
        return new Outcome(List.of(), "", failure.status(), failure.getMessage());
    }

    /** @throws FailureElsewhere the cases failed */
    Outcome required() {
        if (status != 0) {
            throw new FailureElsewhere(status, message);
        }
        return this;
    }
}
