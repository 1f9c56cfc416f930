package io.github.murmuration.scenario;

import io.github.murmuration.expression.ExpressionException;
import java.util.function.Supplier;

/**
 * A scenario that cannot be run as it stands. The message is one line: the path inside the scenario, the value found
 * there, and what would be accepted; whoever knows what lies around the path prefixes it. What is wrong inside an
 * expression has two lines more, the expression and a caret under the place.
 */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final String place;

    /** @param path as in scenario files, for example {@code population.agents}; empty where the whole is meant */
    public ScenarioException(String path, String problem) {
        this(path, problem, "");
    }

    private ScenarioException(String path, String problem, String place) {
        super(oneLine(path.isEmpty() ? problem : path + ": " + problem) + place);
        this.path = path;
        this.problem = problem;
        this.place = place;
    }

    /** An expression that cannot be read. */
    static ScenarioException unread(String path, ExpressionException e) {
        return new ScenarioException(path, e.getMessage(), "\n" + e.caret());
    }

    /** The usual form: {@code path: value is not accepted; give accepted}. */
    public static ScenarioException refused(String path, Object value, String accepted) {
        return new ScenarioException(path, value + " is not accepted; give " + accepted);
    }

    /** What {@code construction} returns; what it refuses is reported under {@code parent}. */
    static <T> T at(String parent, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (ScenarioException e) {
            throw e.under(parent);
        }
    }

    /** The same refusal, one level up: {@code weights[1]} under {@code initial} is {@code initial.weights[1]}. */
    ScenarioException under(String parent) {
        String separator = parent.isEmpty() || path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new ScenarioException(parent + separator + path, problem, place);
    }

    /** The same refusal, with the file that it was found in. */
    public ScenarioException from(String file) {
        return new ScenarioException(path.isEmpty() ? file : file + ": " + path, problem, place);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
