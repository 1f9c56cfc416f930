package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Study;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How to run, as opposed to what. */
final class MachineOptions {

    private static final int MOST_THREADS = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = Backends.AUTO,
            description = "auto, cpu, cpu-scalar or cuda (default: ${DEFAULT-VALUE}).")
    private String backend;

    @Option(
            names = "--noise",
            paramLabel = "SOURCE",
            defaultValue = "philox",
            description = "philox, or with --backend cuda curand (default: ${DEFAULT-VALUE}).")
    private String noise;

    @Option(
            names = "--threads",
            paramLabel = "T",
            defaultValue = "0",
            description = "Number of worker threads; 0 is one per core (default: ${DEFAULT-VALUE}).")
    private String threads;

    @Option(names = "--json", description = "Print the summary, and nothing else, on standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress and no table.")
    private boolean quiet;

    @Option(names = "--debug", description = "Show stack traces.")
    private boolean debug;

    /**
     * The one that was named; for auto one for so much work, and for one that alone has the noise if that was asked for.
     * @param work agent-steps, or what takes about as long
     */
    Backend backend(double work) {
        return placement().backend(backend, noise() == NoiseSource.PHILOX ? work : Double.POSITIVE_INFINITY);
    }

    /** The same for a study: one that times the machine does so on the one that is preferred. */
    Backend backend(Study study) {
        return backend(study.timesTheMachine() ? Double.POSITIVE_INFINITY : study.work());
    }

    String backendName() {
        return backend;
    }

    /** The one that was named; for auto all that can run here, but those that are there for tests alone. */
    List<Backend> backends() {
        return backend.equals(Backends.AUTO)
                ? Backends.all().stream()
                        .filter(each -> each.availability().usable() && !each.forTests())
                        .toList()
                : List.of(placement().backend(backend, Double.POSITIVE_INFINITY));
    }

    /** What {@code auto} passed over and why; empty when a backend was named. */
    List<String> passedOver() {
        return backend.equals(Backends.AUTO) ? Backends.passedOver() : List.of();
    }

    NoiseSource noise() {
        return Arrays.stream(NoiseSource.values())
                .filter(source -> source.text().equals(noise))
                .findFirst()
                .orElseThrow(() -> ScenarioException.refused("--noise", noise, "philox or curand"));
    }

    /**
     * @param why the noise must be philox, as it follows that word; may be empty
     * @throws ScenarioException another one was asked for
     */
    void requirePhilox(String why) {
        if (noise() != NoiseSource.PHILOX) {
            throw ScenarioException.refused("--noise", noise, "philox" + why);
        }
    }

    /** 0 for one per core. */
    int threads() {
        return placement().threads((int) Numbers.whole("--threads", threads, 0, MOST_THREADS));
    }

    /** Where it is run. */
    Placement placement() {
        return Murmuration.of(command).placement();
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean debug() {
        return debug;
    }
}
