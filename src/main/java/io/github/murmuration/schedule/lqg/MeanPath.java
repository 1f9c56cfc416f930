package io.github.murmuration.schedule.lqg;

import static io.github.murmuration.schedule.lqg.Algebra.*;

import io.github.murmuration.schedule.GuidancePath;
import org.ejml.data.DMatrixRMaj;

/**
 * Mean and offset under one guidance that is linear in time on each of its intervals: forwards the mean mu of the weighted process,
 * backwards the offset s of the control u = -S x - s,
 *
 * <pre>
 * mu' = (A - Gamma Q) mu + Gamma Q nu      s' = -(A^T - S) s + Q nu      m = (I + Gamma S)^-1 (mu - Gamma s)
 * mu(0) = m_0                              s(1) = Gamma(1)^-1 (mu(1) - m_1) - S(1) m_1
 * </pre>
 *
 * Source: {@code mathematics.md}, section 6.
 */
final class MeanPath {

    private final Steering steering;
    private final double[] breaks;
    private final GuidancePath guidance;
    private final DMatrixRMaj[] forward;
    private final DMatrixRMaj[] offset;

    /**
     * Values at one time.
     * @param costate p = S m + s, minus the mean control
     */
    record Values(DMatrixRMaj mean, DMatrixRMaj offset, DMatrixRMaj costate) {

        private static Values of(Steering.Values steering, DMatrixRMaj forward, DMatrixRMaj offset) {
            DMatrixRMaj mean = steering.tilted(minus(forward, times(steering.gamma(), offset)));
            return new Values(mean, offset, plus(times(steering.riccati(), mean), offset));
        }
    }

    /** @param breaks of the guidance, all of them times of the mesh */
    MeanPath(Steering steering, double[] breaks, GuidancePath guidance, double[] initialMean, double[] targetMean) {
        this.steering = steering;
        this.breaks = breaks;
        this.guidance = guidance;
        int n = steering.mesh().size();
        this.forward = new DMatrixRMaj[n + 1];
        this.offset = new DMatrixRMaj[n + 1];
        forward[0] = column(initialMean);
        solveForwards();
        Steering.Values end = steering.node(n);
        DMatrixRMaj target = column(targetMean);
        offset[n] = minus(solve(end.gamma(), minus(forward[n], target)), times(end.riccati(), target));
        solveBackwards();
    }

    /** Values at t in [0, 1]. */
    Values at(double t) {
        Steering.Values now = steering.at(t);
        Mesh mesh = steering.mesh();
        int i = mesh.stretch(t);
        double left = mesh.times()[i];
        double right = mesh.times()[i + 1];
        DMatrixRMaj mu = next(i, left, t, steering.hamiltonian().flow(t - left), now.gamma());
        DMatrixRMaj s = previous(i, t, right, steering.hamiltonian().flow(t - right), now.riccati());
        return Values.of(now, mu, s);
    }

    private void solveForwards() {
        Mesh mesh = steering.mesh();
        for (int i = 0; i < mesh.size(); i++) {
            Hamiltonian.Flow flow = steering.hamiltonian().flow(mesh.length(i));
            forward[i + 1] = next(
                    i,
                    mesh.times()[i],
                    mesh.times()[i + 1],
                    flow,
                    steering.node(i + 1).gamma());
        }
    }

    private void solveBackwards() {
        Mesh mesh = steering.mesh();
        for (int i = mesh.size() - 1; i >= 0; i--) {
            Hamiltonian.Flow flow = steering.hamiltonian().flow(-mesh.length(i));
            offset[i] = previous(
                    i,
                    mesh.times()[i],
                    mesh.times()[i + 1],
                    flow,
                    steering.node(i).riccati());
        }
    }

    /**
     * mu at t from mu at the left end of stretch i.
     * @param gamma at t
     */
    private DMatrixRMaj next(int i, double left, double t, Hamiltonian.Flow flow, DMatrixRMaj gamma) {
        Hamiltonian.Push push = push(i, left, t);
        DMatrixRMaj m = plus(times(flow.mm(), forward[i]), push.m());
        DMatrixRMaj p = plus(times(flow.pm(), forward[i]), push.p());
        return plus(m, times(gamma, p));
    }

    /**
     * s at t from s at the right end of stretch i.
     * @param flow from the right end back to t.
     * @param riccati at t
     */
    private DMatrixRMaj previous(int i, double t, double right, Hamiltonian.Flow flow, DMatrixRMaj riccati) {
        Hamiltonian.Push push = push(i, t, right);
        DMatrixRMaj end = steering.node(i + 1).riccati();
        DMatrixRMaj s = minus(plus(times(end, push.m()), offset[i + 1]), push.p());
        return times(minus(flow.pp(), times(riccati, flow.mp())), s);
    }

    private Hamiltonian.Push push(int i, double from, double to) {
        return steering.hamiltonian().push(to - from, nu(i, from), nu(i, to));
    }

    private double[] nu(int i, double t) {
        int interval = steering.mesh().intervals()[i];
        double left = breaks[interval];
        double s = (t - left) / (breaks[interval + 1] - left);
        double[] nu = new double[steering.hamiltonian().dimension()];
        for (int j = 0; j < nu.length; j++) {
            nu[j] = guidance.left()[interval][j] + s * (guidance.right()[interval][j] - guidance.left()[interval][j]);
        }
        return nu;
    }
}
