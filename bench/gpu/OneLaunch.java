package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.sim.Problem;

/**
 * One launch of many steps, for a profiler that counts its instructions.
 *
 * <p>Arguments: coordinates, components of the target (0: affine steps), agents, steps.
 */
class OneLaunch {

    public static void main(String[] args) {
        long agents = (long) Double.parseDouble(args[2]);
        int steps = Integer.parseInt(args[3]);
        Problem problem = new DeviceCase(Integer.parseInt(args[0]), Integer.parseInt(args[1]), false, agents, steps, true).problem();
        try (Ensemble ensemble = new CudaBackend().open(problem.ensemble(agents), 0)) {
            ensemble.start(problem.startReference());
            ensemble.advance(0, steps, new float[][] {problem.schedules().get(0).rows(0, steps)});
        }
    }
}
