package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.GuidanceShape;
import io.github.murmuration.scenario.Protocol;
import io.github.murmuration.schedule.BackwardCoefficients;
import io.github.murmuration.schedule.GuidancePath;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import java.util.Arrays;
import java.util.Optional;

/**
 * C(t) such that the root mean square difference of an agent from its copy is C(t) / sqrt(N) for every N, where it is known. In both
 * cases all agents of a population have one difference D, driven by the departure c of the mean of their copies.
 */
final class CouplingConstant {

    /** Panels of the quadrature over [0, 1]: an error of 1e-6. */
    private static final int PANELS = 4096;

    private CouplingConstant() {}

    /** C at some times in (0, 1]; empty where it is not known. */
    static Optional<double[]> at(Problem problem, double[] times) {
        return problem.scenario().dynamics().match(new ByModel(problem, times));
    }

    private record ByModel(Problem problem, double[] times) implements Dynamics.Cases<Optional<double[]>> {

        @Override
        public Optional<double[]> bridge(Dynamics.GuidedBridge bridge) {
            return Optional.of(
                    CouplingConstant.bridge(problem.scenario().protocol(), problem.initial(), problem.target(), times));
        }

        @Override
        public Optional<double[]> ornsteinUhlenbeck(Dynamics.MeanFieldOu ou) {
            return Optional.of(chain(ou, problem.grid(), problem.initial().covariance()[0][0], times));
        }

        @Override
        public Optional<double[]> linearQuadratic(Dynamics.LinearQuadratic linear) {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> desaiZwanzig(Dynamics.DesaiZwanzig wells) {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> kuramoto(Dynamics.Kuramoto kuramoto) {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> game(Game game) {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> custom(CustomModel model) {
            return Optional.empty();
        }
    }

    /**
     * Mean-field Ornstein-Uhlenbeck, exact for the chain of Euler-Maruyama steps: D = e - c, e and c the departures of the population's
     * mean and of that of the copies, which start together and have the noise sigma/sqrt(N), e' = (1 - kappa dt) e,
     * c' = (1 - (kappa + alpha) dt) c. For dt -> 0,
     * C^2 = v_0 g(t)^2 + sigma^2 int_0^t g(s)^2 ds, g(s) = exp(-kappa s) - exp(-(kappa + alpha) s).
     */
    static double[] chain(Dynamics.MeanFieldOu ou, TimeGrid grid, double startVariance, double[] times) {
        double ee = startVariance;
        double ec = startVariance;
        double cc = startVariance;
        double[] constants = new double[times.length];
        int next = 0;
        for (int k = 0; k < grid.steps(); k++) {
            double dt = grid.step(k) * ou.horizon();
            double slow = 1 - ou.relaxation() * dt;
            double fast = slow - ou.coupling() * dt;
            double added = ou.noise() * ou.noise() * dt;
            ee = slow * slow * ee + added;
            ec = slow * fast * ec + added;
            cc = fast * fast * cc + added;
            if (next < times.length && grid.time(k + 1) >= times[next]) {
                constants[next++] = Math.sqrt(Math.max(0, ee - 2 * ec + cc));
            }
        }
        return constants;
    }

    /**
     * Guided bridge under empirical guidance, in continuous time: with g(t) = thetaX under the guidance 1 - s, over 1 - t,
     * D' = (g - a) D + g c, and b c = (mean of h) - E h + b_0 ((mean of z) - m_in), of covariance
     * ( K_s K_t Sigma_tar + min(K_s, K_t) I + b_0^2 Sigma_in ) / N. So, with F(s) = exp(-int_0^s g),
     *
     * <pre>
     * b^2 F^2 C^2 = tr Sigma_tar (int g F K)^2 + b_0^2 tr Sigma_in (int g F)^2 + 2 d int g F (int g F K)      over [0, t]
     * </pre>
     *
     * Source: {@code mathematics.md}, sections 4 and 7.
     */
    static double[] bridge(Protocol protocol, GaussianMixture initial, GaussianMixture target, double[] times) {
        BackwardCoefficients response = response(protocol);
        double start = trace(initial) * Math.pow(response.at(0).b(), 2);
        double[] constants = new double[times.length];
        double gain = 0;
        double plain = 0;
        double inClock = 0;
        double twice = 0;
        int next = 0;
        double[] before = values(response, 0);
        for (int i = 1; i < PANELS && next < times.length; i++) {
            double t = (double) i / PANELS;
            double[] now = values(response, t);
            double ds = 1.0 / PANELS;
            double decayBefore = Math.exp(-gain);
            gain += ds * (before[0] + now[0]) / 2;
            double decay = Math.exp(-gain);
            double step = ds * (before[0] * decayBefore * before[1] + now[0] * decay * now[1]) / 2;
            twice += ds * (before[0] * decayBefore * inClock + now[0] * decay * (inClock + step)) / 2;
            inClock += step;
            plain += ds * (before[0] * decayBefore + now[0] * decay) / 2;
            double square = trace(target) * inClock * inClock + start * plain * plain + 2 * initial.dimension() * twice;
            while (next < times.length && times[next] < t + ds / 2) {
                constants[next++] = Math.sqrt(square) / (decay * now[2]);
            }
            before = now;
        }
        return constants;
    }

    /** g, K and b. */
    private static double[] values(BackwardCoefficients response, double t) {
        BackwardCoefficients.Values values = response.at(t);
        return new double[] {values.thetaX()[0] / (1 - t), values.precision(), values.b()};
    }

    private static BackwardCoefficients response(Protocol protocol) {
        Protocol linear = protocol.with(GuidanceShape.PIECEWISE_LINEAR);
        double[][] points = Arrays.stream(protocol.breaks())
                .mapToObj(t -> new double[] {1 - t})
                .toArray(double[][]::new);
        double[] none = {0};
        return new BackwardCoefficients(linear, GuidancePath.of(new Guidance.Custom(points), linear, none, none));
    }

    private static double trace(GaussianMixture law) {
        double[][] covariance = law.covariance();
        double trace = 0;
        for (int j = 0; j < covariance.length; j++) {
            trace += covariance[j][j];
        }
        return trace;
    }
}
