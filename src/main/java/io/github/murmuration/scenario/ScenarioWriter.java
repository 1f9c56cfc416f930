package io.github.murmuration.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a scenario as YAML that {@link ScenarioReader} reads back to the same scenario, to the last bit. Defaults,
 * breaks, stiffnesses and rows of samples are all written out, so that the text stands by itself.
 */
public final class ScenarioWriter {
    private ScenarioWriter() {}

    public static String toYaml(Experiment experiment) {
        return toYaml(experiment, ArrayText.INLINE);
    }

    /**
     * @param arrays where rows of samples and files of clouds go
     */
    static String toYaml(Experiment experiment, ArrayText arrays) {
        return experiment instanceof CloudScenario clouds
                ? CloudScenarioWriter.toYaml(clouds, arrays)
                : ofAgents((Scenario) experiment, arrays);
    }

    private static String ofAgents(Scenario scenario, ArrayText arrays) {
        return "name: \"" + scenario.name() + "\"\n"
                + "model: " + scenario.model() + "\n"
                + scenario.dynamics().match(new DynamicsWriter(arrays))
                + "initial:\n" + law(scenario.initial(), "samples", "initial", arrays) + sizes(scenario.initial())
                + (scenario.steered() ? steering(scenario, arrays) : "")
                + "population: " + population(scenario.population()) + "\n"
                + "time: " + time(scenario.time()) + "\n"
                + "output: " + output(scenario.output()) + "\n";
    }

    /**
     * @param samples the field of rows
     *
     * @param name of what they are in
     *
     * @param arrays where they go
     */
    static String law(Law law, String samples, String name, ArrayText arrays) {
        if (law instanceof Law.Point point) {
            return "  point: " + Arrays.toString(point.at()) + "\n";
        }
        if (law instanceof Law.Mixture mixture) {
            return mixture(mixture);
        }
        return "  " + samples + ": " + arrays.rows(name, ((Law.Samples) law).rows()) + "\n";
    }

    private static String sizes(Law initial) {
        return initial instanceof Law.Mixture mixture && mixture.fixedSizes() ? "  sizes: fixed\n" : "";
    }

    private static String mixture(Law.Mixture mixture) {
        String field = Law.Mixture.field(mixture.covariances());
        boolean matrices = field.equals("covariances");
        String covariances = Arrays.stream(mixture.covariances())
                .map(covariance -> covariance(covariance, matrices))
                .collect(Collectors.joining(", ", "[", "]"));
        return "  mixture:\n"
                + "    weights: " + Arrays.toString(mixture.weights()) + "\n"
                + "    means: " + Arrays.deepToString(mixture.means()) + "\n"
                + "    " + field + ": " + covariances + "\n";
    }

    private static String covariance(Covariance covariance, boolean amongMatrices) {
        if (covariance instanceof Covariance.Full full) {
            return Arrays.deepToString(full.matrix());
        }
        String deviations = Arrays.toString(((Covariance.Diagonal) covariance).standardDeviations());
        return amongMatrices ? "{standard-deviations: " + deviations + "}" : deviations;
    }

    private static String steering(Scenario scenario, ArrayText arrays) {
        return "target:\n" + law(scenario.target(), "patterns", "target", arrays)
                + "protocol:\n" + protocol(scenario)
                + "guidance: " + guidance(scenario) + "\n";
    }

    private static String protocol(Scenario scenario) {
        Protocol protocol = scenario.protocol();
        boolean stiff = scenario.model() == Model.GUIDED_BRIDGE;
        return "  breaks: " + Arrays.toString(protocol.breaks()) + "\n"
                + (stiff ? "  beta: " + Arrays.toString(protocol.beta()) + "\n" : "")
                + "  guidance-shape: " + protocol.guidanceShape() + "\n";
    }

    private static String guidance(Scenario scenario) {
        return scenario.guidance().stream().map(ScenarioWriter::guidance).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String guidance(Guidance guidance) {
        return guidance instanceof Guidance.Custom custom
                ? "{custom: " + Arrays.deepToString(custom.points()) + "}"
                : guidance.name();
    }

    private static String population(Population population) {
        String replica = population.replica().isPresent()
                ? ", replica: " + population.replica().getAsInt()
                : "";
        return "{agents: " + population.agents() + ", seed: " + population.seed() + replica + "}";
    }

    private static String time(Time time) {
        return "{steps: " + time.steps() + ", scheme: " + time.scheme()
                + (time.noisePerStep() == 1 ? "" : ", noise-per-step: " + time.noisePerStep()) + "}";
    }

    private static String output(Output output) {
        return "{moments-every: " + output.momentsEvery() + ", paths: " + output.paths() + ", histogram-bins: "
                + output.histogramBins() + ", checkpoint-every: " + output.checkpointEvery() + ", agent-energies: "
                + output.agentEnergies()
                + (output.sensitivities().isEmpty() ? "" : ", sensitivities: " + output.sensitivities())
                + (output.snapshots().isEmpty() ? "" : ", snapshots: " + output.snapshots())
                + (output.format() == ArrayFormat.NPY ? "" : ", format: " + output.format()) + "}";
    }
}
