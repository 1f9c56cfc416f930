package io.github.murmuration.sim;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Feedback;
import io.github.murmuration.ensemble.Tiling;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Paths of the first agents, by running them beside the others on their own: an agent's noise depends on its number alone and its drift on
 * the schedule and the means of the whole population, so the first agents of a small population are those of a large one, to the bit. The
 * paths of a run on other noise than philox are other paths of the same law.
 */
final class PathRecorder implements AutoCloseable {

    /** Agent-steps that are done one by one in less time than vectors take to be compiled: two seconds. */
    private static final double FEW = 5e6;

    private final Problem problem;
    private final int count;
    private final int every;
    private final int steps;
    private final EnsembleSpec spec;
    private final Feedback feedback;
    private final Ensemble ensemble;
    private final float[][][][] points;
    private int recorded;

    /**
     * @param count of the paths, at least 1.
     * @param threads 0 for one per core
     */
    PathRecorder(Problem problem, int count, int threads) {
        this.problem = problem;
        this.count = count;
        this.every = problem.scenario().output().momentsEvery();
        this.steps = problem.grid().steps();
        this.spec = problem.firstAgents(count);
        this.feedback = new Feedback(spec.feeds(), spec.evaluator(), spec.sums(), spec.tiling(), 0, 1, spec.seed());
        int workers = spec.tiling().blocks() > 1 ? threads : 1;
        this.ensemble = backend((double) count * steps * spec.guidances()).open(spec.unfed(), workers);
        this.points = new float[spec.guidances()][count][(steps - 1) / every + 2][];
    }

    /** Same bits on both. */
    private static Backend backend(double agentSteps) {
        return agentSteps < FEW ? Backends.select("cpu-scalar") : Backends.quick();
    }

    void start() {
        ensemble.start(problem.startReference());
        record(0);
    }

    /**
     * Takes step k.
     * @param rows of each guidance.
     * @param which of them.
     * @param means before the step
     */
    void step(int k, float[][] rows, int which, CurrentMeans means) {
        for (int g = 0; g < rows.length && spec.fed(); g++) {
            feedback.take(0, g, means.of(g));
        }
        ensemble.advance(k, 1, feedback.feed(rows, which, k));
        if ((k + 1) % every == 0 || k + 1 == steps) {
            record(k + 1);
        }
    }

    /** Points at the recorded times [guidance][path][T][d]. */
    float[][][][] points() {
        return points;
    }

    @Override
    public void close() {
        ensemble.close();
    }

    void write(DataOutput out) throws IOException {
        agents().write(out);
        StoredAgents.write(feedback.state()[0], out);
        out.writeInt(recorded);
        for (float[][][] paths : points) {
            for (float[][] path : paths) {
                for (int i = 0; i < recorded; i++) {
                    StoredAgents.write(path[i], out);
                }
            }
        }
    }

    void read(DataInput in) throws IOException {
        agents().read(in);
        StoredAgents.read(feedback.state()[0], in);
        recorded = in.readInt();
        for (float[][][] paths : points) {
            for (float[][] path : paths) {
                for (int i = 0; i < recorded; i++) {
                    path[i] = new float[problem.initial().dimension()];
                    StoredAgents.read(path[i], in);
                }
            }
        }
    }

    private StoredAgents agents() {
        return new StoredAgents(Agents.of(ensemble, spec));
    }

    private void record(int k) {
        for (int g = 0; g < points.length; g++) {
            double[] centre = problem.schedules().get(g).centre(k);
            for (int first = 0; first < count; first += Tiling.BLOCK) {
                float[][] states = ensemble.states(g, first / Tiling.BLOCK);
                for (int a = 0; a < states[0].length; a++) {
                    points[g][first + a][recorded] = point(problem.initial().dimension(), centre, states, a);
                }
            }
        }
        recorded++;
    }

    private static float[] point(int d, double[] centre, float[][] states, int a) {
        float[] point = new float[d];
        for (int j = 0; j < point.length; j++) {
            point[j] = (float) (centre[j] + states[j][a]);
        }
        return point;
    }
}
