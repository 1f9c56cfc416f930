package io.github.murmuration.study.chaos;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import java.util.List;
import java.util.stream.IntStream;

/** Populations beside copies of their limit, case by case. */
interface Comparison {

    /**
     * @param population at a number of steps.
     * @param agents N of a replica
     */
    record Case(String name, Problem population, int agents) {

        /** Agent-steps of a second or two on a core. */
        private static final double WORK_OF_A_PART = 0x1p28;

        /** Of agents and of copies. */
        double agentSteps(int replicas) {
            return 2.0 * agents * replicas * population.grid().steps();
        }

        /**
         * What is seen of some replicas.
         *
         * @param run those replicas
         * @param first number of the first of them
         */
        CouplingCase seen(Coupling coupling, ReplicaRun run, int first, int replicas, Resources resources) {
            Looks looks = Looks.over(population.grid().steps());
            try (Crew<?> crew = Crew.of(resources.threads())) {
                CouplingObserver observer = new CouplingObserver(coupling, looks, agents, first, replicas, crew);
                resources.run(run, observer);
                return observer.seen();
            }
        }

        /** Numbers of replicas after which a part of them ends: parts of about equal work, whoever computes them. */
        int[] ends(int replicas) {
            int perTile = Tiling.replicas(agents, 0, replicas).replicasPerTile();
            int each = Math.max(1, (int) (WORK_OF_A_PART / agentSteps(1) / perTile)) * perTile;
            return IntStream.rangeClosed(1, (replicas + each - 1) / each)
                    .map(part -> Math.min(replicas, part * each))
                    .toArray();
        }
    }

    /** Agent-steps that it takes. */
    double work();

    /** What was seen of every case, in their order. */
    List<CouplingCase> seen(Resources resources);
}
