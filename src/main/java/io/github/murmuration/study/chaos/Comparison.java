package io.github.murmuration.study.chaos;

import io.github.murmuration.sim.Problem;
import io.github.murmuration.study.Resources;
import java.util.List;

/** Populations beside copies of their limit, case by case. */
interface Comparison {

    /**
     * @param population at a number of steps.
     * @param agents N of a replica
     */
    record Case(String name, Problem population, int agents) {

        /** Of agents and of copies. */
        double agentSteps(int replicas) {
            return 2.0 * agents * replicas * population.grid().steps();
        }

        CouplingObserver observer(Coupling coupling, int replicas) {
            Looks looks = Looks.over(population.grid().steps());
            return new CouplingObserver(coupling, looks, agents, replicas);
        }
    }

    /** Agent-steps that it takes. */
    double work();

    /** What was seen of every case, in their order. */
    List<CouplingCase> seen(Resources resources);
}
