package io.github.murmuration.study.chaos;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import java.util.Arrays;

/** Looks at both copies of every agent a number of times on the way, and takes their laws and energies at the end. */
final class CouplingObserver implements ReplicaObserver {

    private static final int QUANTILES = 1000;

    private final Coupling coupling;
    private final Looks looks;
    private final int agents;
    private final int first;
    private final CouplingCase seen;
    private final Wasserstein wasserstein;
    private final double[] quantiles;

    /**
     * @param first number of the first replica
     * @param replicas that are looked at, from that one on
     */
    CouplingObserver(Coupling coupling, Looks looks, int agents, int first, int replicas) {
        this.coupling = coupling;
        this.looks = looks;
        this.agents = agents;
        this.first = first;
        boolean law = coupling.limit().end().isPresent();
        this.seen = CouplingCase.empty(
                agents,
                coupling.problem().grid().steps(),
                looks.times(coupling.problem().grid()),
                replicas,
                law);
        this.wasserstein = new Wasserstein(
                coupling.coordinates(),
                coupling.problem().scenario().population().seed());
        int each = (QUANTILES + agents - 1) / agents;
        this.quantiles = coupling.limit()
                .end()
                .map(end -> fromCentre(Quantiles.of(end, each * agents)))
                .orElse(new double[0]);
    }

    /** Points of the only coordinate as states are measured at the end. */
    private double[] fromCentre(double[] points) {
        Problem problem = coupling.problem();
        double centre = problem.schedules()
                .get(Coupling.POPULATION)
                .centre(problem.grid().steps())[0];
        return Arrays.stream(points).map(x -> x - centre).toArray();
    }

    CouplingCase seen() {
        return seen;
    }

    @Override
    public void moments(int k, ReplicaMoments moments) {}

    @Override
    public int nextLook(int k) {
        return looks.after(k);
    }

    @Override
    public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
        int look = looks.number(k);
        if (look < 0) {
            return;
        }
        int d = coupling.coordinates();
        double[] expected = coupling.expected(k);
        boolean end = look == seen.last();
        Tiling tiling = moments.tiling();
        ReplicaSums[] sums = new ReplicaSums[moments.replicas()];
        for (int r = 0; r < sums.length; r++) {
            sums[r] = new ReplicaSums(agents, d, end);
        }
        for (int b = 0; b < tiling.blocks(); b++) {
            block(ensemble, b, tiling.firstHere(b), expected, end, sums);
        }
        for (int r = 0; r < sums.length; r++) {
            int own = moments.firstReplica() - first + r;
            sums[r].into(seen, look, own);
            if (end) {
                laws(sums[r], own);
            }
        }
    }

    private void block(Ensemble ensemble, int b, long firstAgent, double[] expected, boolean end, ReplicaSums[] sums) {
        float[][] population = coupling.measured(ensemble.states(Coupling.POPULATION, b));
        float[][] copies = coupling.measured(ensemble.states(Coupling.COPIES, b));
        float[] energy = end ? ensemble.energies(Coupling.POPULATION, b) : new float[0];
        float[] energyOfCopies = end ? ensemble.energies(Coupling.COPIES, b) : new float[0];
        int count = population[0].length;
        for (int a = 0; a < count; ) {
            int replica = (int) ((firstAgent + a) / agents);
            int from = (int) ((firstAgent + a) % agents);
            int until = Math.min(count, a + agents - from);
            sums[replica].add(population, copies, a, until, expected);
            if (end) {
                sums[replica].keep(population, copies, energy, energyOfCopies, a, until, from);
            }
            a = until;
        }
    }

    private void laws(ReplicaSums sums, int replica) {
        seen.fromCopies()[replica] = wasserstein.square(sums.population(), sums.copies());
        if (quantiles.length > 0) {
            seen.fromLaw()[replica] = Wasserstein.square(sums.population(), quantiles);
            seen.copiesFromLaw()[replica] = Wasserstein.square(sums.copies(), quantiles);
        }
    }
}
