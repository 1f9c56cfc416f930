package io.github.murmuration.sim;

import io.github.murmuration.backend.DivergenceException;
import io.github.murmuration.model.ItoEquations;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.Scheme;
import java.util.Arrays;
import java.util.Map;

/** A run that an agent stopped by leaving the representable range, with what had been recorded by then. */
public final class FailedRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, MomentSeries> moments;

    FailedRun(DivergenceException cause, Scenario scenario, Map<String, MomentSeries> moments) {
        super(cause.getMessage() + "; " + advice(scenario) + derivatives(scenario), cause);
        this.moments = moments;
    }

    /**
     * That has recorded nothing.
     * @param message what left the range and what keeps it there
     */
    public FailedRun(String message) {
        this(message, Map.of());
    }

    /**
     * Of a run elsewhere.
     * @param moments as below
     */
    public FailedRun(String message, Map<String, MomentSeries> moments) {
        super(message);
        this.moments = moments;
    }

    /** Derivatives may leave it where states do not. */
    private static String derivatives(Scenario scenario) {
        return scenario.output().sensitivities().isEmpty()
                ? ""
                : ", or ask for no output.sensitivities: derivatives may grow where states do not";
    }

    private static String advice(Scenario scenario) {
        return switch (scenario.model()) {
            case GUIDED_BRIDGE -> bridgeAdvice(scenario);
            case LQG -> "take more time.steps, or smaller entries of drift.matrix and cost.matrix";
            case MEAN_FIELD_OU, DESAI_ZWANZIG ->
                "take more time.steps, a shorter interaction.horizon or a start nearer to 0";
            case CUSTOM ->
                "take more time.steps, a shorter dynamics.horizon or a start nearer to 0" + pairs(scenario)
                        + labels(scenario);
            case SCORE_BASED,
                    PROBABILITY_FLOW,
                    CROSS_ENTROPY_TRANSPORT,
                    SCHROEDINGER_BRIDGE,
                    GRADIENT_FLOW,
                    ATTRACTION_FLOW,
                    RELAXED_GRADIENT_FLOW,
                    OT_FLOW,
                    OT_BOLTZMANN,
                    STOCHASTIC_OT_FLOW,
                    NORMALIZING_FLOW,
                    GAME -> "take more time.steps, a shorter game.horizon or laws nearer to 0";
            case KURAMOTO -> "give smaller frequencies, less noise or a shorter interaction.horizon";
        };
    }

    private static String pairs(Scenario scenario) {
        boolean among = scenario.dynamics().written().stream()
                .anyMatch(model -> !model.pairs().isEmpty());
        return among ? ", or pairs whose values stay bounded where agents meet" : "";
    }

    /** An empty label has no mean. */
    private static String labels(Scenario scenario) {
        boolean told = scenario.dynamics().written().stream()
                .flatMap(model -> ItoEquations.of(model).parts().stream())
                .flatMap(part -> part.averages().stream())
                .anyMatch(average -> average.label() > 0);
        return told ? ", or more agents: a mean over a label without living agents has no value" : "";
    }

    /** Only Euler-Maruyama steps can be too long, and only a potential makes them so. */
    private static String bridgeAdvice(Scenario scenario) {
        boolean stiff = Arrays.stream(scenario.protocol().beta()).anyMatch(beta -> beta > 0);
        if (!stiff) {
            return "give laws and guidance nearer to 0";
        }
        return scenario.time().scheme() == Scheme.EULER_MARUYAMA
                ? "take more time.steps or a smaller protocol.beta"
                : "give a smaller protocol.beta, or laws and guidance nearer to 0";
    }

    /** Moments of the whole population up to the last batch of steps that went well, by guidance. */
    public Map<String, MomentSeries> moments() {
        return moments;
    }
}
