package io.github.murmuration.schedule.lqg;

import static io.github.murmuration.schedule.lqg.Algebra.*;

import org.ejml.data.DMatrixRMaj;

/**
 * What of the linear-quadratic problem no guidance changes, on a mesh: forwards from a known start the covariance Gamma and the
 * gain U of the weighted process that the control is a tilt of, backwards from the end the Riccati solution S,
 *
 * <pre>
 * Gamma' = A Gamma + Gamma A^T + I - Gamma Q Gamma    U' = (A - Gamma Q) U    S' = S^2 - A^T S - S A - Q
 * Gamma(0) = 0                                        U(0) = I                S(1) given
 * </pre>
 *
 * Each is stepped in its stable direction, from one time of the mesh to the next, by the blocks of exp(+-tau H). The
 * controlled process follows without any further equation: X_t given X_0 has covariance (I + Gamma S)^-1 Gamma and gain
 * (I + Gamma S)^-1 U. Source: {@code mathematics.md}, section 6.
 */
final class Steering {

    /** Values at one time. */
    record Values(DMatrixRMaj gamma, DMatrixRMaj gain, DMatrixRMaj riccati) {

        /** (I + Gamma S)^-1 b. */
        DMatrixRMaj tilted(DMatrixRMaj b) {
            return solve(plus(identity(gamma.numRows), times(gamma, riccati)), b);
        }
    }

    private final Hamiltonian hamiltonian;
    private final Mesh mesh;
    private final DMatrixRMaj[] gamma;
    private final DMatrixRMaj[] gain;
    private final DMatrixRMaj[] riccati;

    /** What the end of the forward equations says about S(1). */
    interface Terminal {
        DMatrixRMaj riccati(DMatrixRMaj gamma, DMatrixRMaj gain);
    }

    Steering(Hamiltonian hamiltonian, Mesh mesh, Terminal terminal) {
        this.hamiltonian = hamiltonian;
        this.mesh = mesh;
        int n = mesh.size();
        this.gamma = new DMatrixRMaj[n + 1];
        this.gain = new DMatrixRMaj[n + 1];
        this.riccati = new DMatrixRMaj[n + 1];
        gamma[0] = new DMatrixRMaj(hamiltonian.dimension(), hamiltonian.dimension());
        gain[0] = identity(hamiltonian.dimension());
        solveForwards();
        riccati[n] = terminal.riccati(gamma[n], gain[n]);
        solveBackwards();
    }

    Hamiltonian hamiltonian() {
        return hamiltonian;
    }

    Mesh mesh() {
        return mesh;
    }

    /** Values at time i of the mesh. */
    Values node(int i) {
        return new Values(gamma[i], gain[i], riccati[i]);
    }

    /** Values at t in [0, 1]. */
    Values at(double t) {
        int i = mesh.stretch(t);
        Hamiltonian.Flow forward = hamiltonian.flow(t - mesh.times()[i]);
        Hamiltonian.Flow backward = hamiltonian.flow(t - mesh.times()[i + 1]);
        return new Values(
                nextGamma(forward, gamma[i]),
                nextGain(forward, gamma[i], gain[i]),
                previousRiccati(backward, riccati[i + 1]));
    }

    private void solveForwards() {
        for (int i = 0; i < mesh.size(); i++) {
            Hamiltonian.Flow flow = hamiltonian.flow(mesh.length(i));
            gamma[i + 1] = nextGamma(flow, gamma[i]);
            gain[i + 1] = nextGain(flow, gamma[i], gain[i]);
        }
    }

    private void solveBackwards() {
        for (int i = mesh.size() - 1; i >= 0; i--) {
            riccati[i] = previousRiccati(hamiltonian.flow(-mesh.length(i)), riccati[i + 1]);
        }
    }

    /** (N; -D) = exp(tau H) (Gamma; -I), Gamma' = N D^-1. */
    static DMatrixRMaj nextGamma(Hamiltonian.Flow flow, DMatrixRMaj gamma) {
        return symmetric(divide(minus(times(flow.mm(), gamma), flow.mp()), denominator(flow, gamma)));
    }

    /** U' = D^-T U. */
    private static DMatrixRMaj nextGain(Hamiltonian.Flow flow, DMatrixRMaj gamma, DMatrixRMaj gain) {
        return solve(transposed(denominator(flow, gamma)), gain);
    }

    private static DMatrixRMaj denominator(Hamiltonian.Flow flow, DMatrixRMaj gamma) {
        return minus(flow.pp(), times(flow.pm(), gamma));
    }

    /** (X; Y) = exp(-tau H) (I; S), S' = Y X^-1. */
    static DMatrixRMaj previousRiccati(Hamiltonian.Flow flow, DMatrixRMaj riccati) {
        return symmetric(
                divide(plus(flow.pm(), times(flow.pp(), riccati)), plus(flow.mm(), times(flow.mp(), riccati))));
    }
}
