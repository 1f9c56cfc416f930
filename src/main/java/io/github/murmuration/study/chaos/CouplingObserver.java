package io.github.murmuration.study.chaos;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.PairedSurvey;
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
    private final Crew<?> crew;
    private final CouplingCase seen;
    private final Wasserstein wasserstein;
    private final double[] quantiles;

    /**
     * @param first number of the first replica
     * @param replicas that are looked at, from that one on
     * @param crew who looks, where the ensemble does not
     */
    CouplingObserver(Coupling coupling, Looks looks, int agents, int first, int replicas, Crew<?> crew) {
        this.coupling = coupling;
        this.looks = looks;
        this.agents = agents;
        this.first = first;
        this.crew = crew;
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
        boolean end = look == seen.last();
        PairedSurvey survey = coupling.survey(k, moments.tiling(), end);
        double[][] sums = ensemble.survey(Coupling.POPULATION, Coupling.COPIES, survey, crew);
        int own = moments.firstReplica() - first;
        for (int r = 0; r < sums.length; r++) {
            seen.put(look, own + r, survey, sums[r]);
        }
        if (end) {
            ReplicaPoints population = ReplicaPoints.of(ensemble, Coupling.POPULATION, survey);
            ReplicaPoints copies = ReplicaPoints.of(ensemble, Coupling.COPIES, survey);
            crew.forEach(sums.length, (mine, r) -> laws(population.of(r), copies.of(r), own + r));
        }
    }

    /**
     * @param population [d][N]
     * @param copies [d][N]
     */
    private void laws(float[][] population, float[][] copies, int replica) {
        double[][] x = wasserstein.sorted(population);
        double[][] y = wasserstein.sorted(copies);
        seen.fromCopies()[replica] = Wasserstein.square(x, y);
        if (quantiles.length > 0) {
            seen.fromLaw()[replica] = Wasserstein.square(x[0], quantiles);
            seen.copiesFromLaw()[replica] = Wasserstein.square(y[0], quantiles);
        }
    }
}
