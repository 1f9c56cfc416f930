package io.github.murmuration.scenario;

/** What moves an agent besides its control, with the parameters of its model. */
public sealed interface Dynamics {

    Model model();

    /** dX = u dt + dW, with the potential of the protocol. */
    record GuidedBridge() implements Dynamics {
        @Override
        public Model model() {
            return Model.GUIDED_BRIDGE;
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

        private static double[][] checkedDrift(double[][] matrix) {
            return ScenarioException.at("drift.matrix", () -> SymmetricMatrix.square(matrix));
        }

        private static double[][] checkedCost(double[][] matrix) {
            return ScenarioException.at("cost.matrix", () -> SymmetricMatrix.semiDefinite(matrix));
        }
    }

    /** On the line: dX = (a X + u) dt + dW at the running cost ( u^2 + q (X - nu)^2 ) / 2. */
    static Dynamics linearQuadratic(double a, double q) {
        return new LinearQuadratic(new double[][] {{a}}, new double[][] {{q}});
    }
}
