package io.github.murmuration.schedule.lqg;

import org.ejml.data.DMatrixRMaj;

/**
 * M of the costate M delta at the beginning of the path without cost that leads from a departure delta to 0 at t = 1,
 *
 * <pre>
 * M' = M^2 - A^T M - M A      M(t) -> I/(1 - t) as t -> 1
 * </pre>
 *
 * the Riccati flow backwards from (0; I), which is an infinite M. Source: {@code mathematics.md}, section 7.
 */
final class Response {

    private final Hamiltonian free;
    private final Mesh mesh;
    private final DMatrixRMaj[] response;

    /** @param drift A [d][d] */
    Response(DMatrixRMaj drift) {
        this.free = new Hamiltonian(drift, new DMatrixRMaj(drift.numRows, drift.numRows));
        this.mesh = Mesh.of(new double[] {0, 1}, free.longest());
        this.response = new DMatrixRMaj[mesh.size()];
        for (int i = mesh.size() - 1; i >= 0; i--) {
            response[i] = from(i, -mesh.length(i));
        }
    }

    /** M at t in [0, 1) [d][d]. */
    DMatrixRMaj at(double t) {
        int i = mesh.stretch(t);
        return from(i, t - mesh.times()[i + 1]);
    }

    /** M at {@code tau < 0} from the right end of stretch i. */
    private DMatrixRMaj from(int i, double tau) {
        Hamiltonian.Flow flow = free.flow(tau);
        return i == mesh.size() - 1
                ? Algebra.symmetric(Algebra.divide(flow.pp(), flow.mp()))
                : Steering.previousRiccati(flow, response[i + 1]);
    }
}
