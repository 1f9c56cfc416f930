package io.github.murmuration.scenario;

import java.util.Map;
import java.util.Optional;

/** The dynamics of an agent besides its control, with the parameters of its model. */
public sealed interface Dynamics
        permits Dynamics.GuidedBridge, Dynamics.LinearQuadratic, Dynamics.Interacting, Game, CustomModel {

    Model model();

    /** What is asked of every model: the one place where models are distinguished. Nothing compiles that leaves one out. */
    interface Cases<R> {
        R bridge(GuidedBridge bridge);

        R linearQuadratic(LinearQuadratic linear);

        R ornsteinUhlenbeck(MeanFieldOu ou);

        R desaiZwanzig(DesaiZwanzig wells);

        R kuramoto(Kuramoto kuramoto);

        R game(Game game);

        R custom(CustomModel model);
    }

    /** The answer of the case that this is. */
    <R> R match(Cases<R> cases);

    /** The model in the language that users write models in; empty for those that are steered. */
    default Optional<CustomModel> written() {
        return Optional.empty();
    }

    /** Speed of the frame that the first coordinate is measured in, per unit of time. */
    default double frame() {
        return 0;
    }

    /** Whether agents are steered to a target at a control energy. */
    default boolean steered() {
        return true;
    }

    /** dX = u dt + dW, with the potential of the protocol. */
    record GuidedBridge() implements Dynamics {
        @Override
        public Model model() {
            return Model.GUIDED_BRIDGE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bridge(this);
        }
    }

    /**
     * dX = (A X + u) dt + dW at the running cost ( |u|^2 + (X - nu)^T Q (X - nu) ) / 2.
     *
     * @param drift A [d][d]
     * @param cost Q [d][d], symmetric positive semi-definite
     */
    record LinearQuadratic(double[][] drift, double[][] cost) implements Dynamics {
        public LinearQuadratic {
            drift = checkedDrift(drift);
            cost = checkedCost(cost);
            Check.dimension("cost.matrix", cost.length, drift.length, "drift.matrix");
        }

        @Override
        public Model model() {
            return Model.LQG;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linearQuadratic(this);
        }

        private static double[][] checkedDrift(double[][] matrix) {
            return ScenarioException.at("drift.matrix", () -> SymmetricMatrix.square(matrix));
        }

        private static double[][] checkedCost(double[][] matrix) {
            return ScenarioException.at("cost.matrix", () -> SymmetricMatrix.semiDefinite(matrix));
        }
    }

    /** Agents that are not steered but act on each other through means over the population, over a time of their own. */
    sealed interface Interacting extends Dynamics {

        @Override
        default boolean steered() {
            return false;
        }

        /** Length of the run in the units of the rates; outputs give time as a fraction of it. */
        double horizon();

        /** sigma: standard deviation of the noise per square root of time. */
        double noise();

        /** Largest rate at which the drift moves an agent, relative to its state (per radian for phases), per unit of time. */
        double rate();
    }

    /** Mean-field Ornstein-Uhlenbeck: dX = -relaxation X dt + coupling (m - X) dt + noise dW. */
    record MeanFieldOu(double relaxation, double coupling, double noise, double horizon) implements Interacting {
        public MeanFieldOu {
            Check.single("interaction.relaxation", relaxation);
            Check.single("interaction.coupling", coupling);
            Check.notNegative("interaction.noise", noise);
            Check.single("interaction.noise", noise);
            Check.positive("interaction.horizon", horizon);
            Check.single("interaction.horizon", horizon);
        }

        @Override
        public Model model() {
            return Model.MEAN_FIELD_OU;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ornsteinUhlenbeck(this);
        }

        @Override
        public Optional<CustomModel> written() {
            return Optional.of(BundledModels.of(
                    model(), horizon, Map.of("relaxation", relaxation, "coupling", coupling, "noise", noise)));
        }

        @Override
        public double rate() {
            return Math.max(Math.abs(relaxation), Math.abs(relaxation + coupling));
        }
    }

    /** Desai-Zwanzig: dX = (X - X^3 + coupling (m - X)) dt + noise dW. */
    record DesaiZwanzig(double coupling, double noise, double horizon) implements Interacting {
        public DesaiZwanzig {
            Check.single("interaction.coupling", coupling);
            Check.notNegative("interaction.noise", noise);
            Check.single("interaction.noise", noise);
            Check.positive("interaction.horizon", horizon);
            Check.single("interaction.horizon", horizon);
        }

        @Override
        public Model model() {
            return Model.DESAI_ZWANZIG;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.desaiZwanzig(this);
        }

        @Override
        public Optional<CustomModel> written() {
            return Optional.of(BundledModels.of(model(), horizon, Map.of("coupling", coupling, "noise", noise)));
        }

        /** Of x - x^3 about its fixed points 1 and -1, with the coupling. */
        @Override
        public double rate() {
            return 2 + Math.abs(coupling);
        }
    }

    /**
     * Noisy Kuramoto: dTheta_i = omega_i dt + coupling r sin(psi - Theta_i) dt + noise dW, r e^{i psi} = mean of e^{i Theta}; omega_i
     * Gaussian. The state is the phase, in a frame that turns with the mean frequency.
     */
    record Kuramoto(double coupling, double noise, double frequencyMean, double frequencyDeviation, double horizon)
            implements Interacting {
        public Kuramoto {
            Check.single("interaction.coupling", coupling);
            Check.notNegative("interaction.noise", noise);
            Check.single("interaction.noise", noise);
            Check.single("interaction.frequency-mean", frequencyMean);
            Check.notNegative("interaction.frequency-deviation", frequencyDeviation);
            Check.single("interaction.frequency-deviation", frequencyDeviation);
            Check.positive("interaction.horizon", horizon);
            Check.single("interaction.horizon", horizon);
        }

        @Override
        public Model model() {
            return Model.KURAMOTO;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.kuramoto(this);
        }

        @Override
        public Optional<CustomModel> written() {
            return Optional.of(BundledModels.of(model(), horizon, Map.of("coupling", coupling, "noise", noise))
                    .withMark("omega", new Mark.Gaussian(0, frequencyDeviation)));
        }

        @Override
        public double frame() {
            return frequencyMean;
        }

        @Override
        public double rate() {
            return Math.abs(coupling) + frequencyDeviation;
        }
    }

    /** On the line: dX = (a X + u) dt + dW at the running cost ( u^2 + q (X - nu)^2 ) / 2. */
    static Dynamics linearQuadratic(double a, double q) {
        return new LinearQuadratic(new double[][] {{a}}, new double[][] {{q}});
    }
}
