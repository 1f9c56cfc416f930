package io.github.murmuration.backend;

import io.github.murmuration.crew.Crew;
import io.github.murmuration.ensemble.PairedSums;
import io.github.murmuration.ensemble.PairedSurvey;
import io.github.murmuration.ensemble.Survey;
import java.util.Arrays;
import java.util.List;

/**
 * One or more replicas of a population on some device: one copy of the state per guidance, all from the same starts. Blocks are those of
 * the spec's Tiling; any number of threads may read them side by side, while nothing else is called. Of a part of a population those
 * of its blocks are here; sums, counts, feedback and divergence are the whole's.
 */
public interface Ensemble extends AutoCloseable {

    /**
     * Draws the starts.
     * @param reference point the sums are taken about [d].
     * @return sums of the starts [replica][SumLayout]
     */
    double[] start(float[] reference);

    /** Agents of each label [replica][L]; known once started. */
    long[][] labelCounts();

    /**
     * Advances every guidance by the same steps.
     *
     * @param firstStep number of the first step
     * @param count number of steps
     * @param rows per guidance, count rows of the drift schedule
     * @return sums [guidance][count][replica][SumLayout], the last three in one array: moments at each step's end and power at its start
     * @throws DivergenceException an agent left the representable range
     */
    double[][] advance(int firstStep, int count, float[][] rows);

    /** What a user should know of how it is advanced, a sentence each. */
    default List<String> remarks() {
        return List.of();
    }

    /** Most steps that one call of advance should take. */
    int batch();

    /**
     * State of a block of agents [d][agents of the block].
     * @param guidance which copy
     */
    float[][] states(int guidance, int block);

    /** int |u|^2 dt of each agent of a block so far; empty unless the spec has them kept. */
    float[] energies(int guidance, int block);

    /** Label of each agent of a block. */
    byte[] labels(int block);

    /**
     * What is asked of all agents of some blocks of one population, as they are now.
     *
     * @param from number of the first block
     * @param to number of the block after the last
     * @param crew who reads them where the host does
     * @param counts [coordinates that are counted][bins]; added to
     * @return sums [block][Survey]
     */
    default double[][] survey(int guidance, int from, int to, Survey survey, Crew<?> crew, long[][] counts) {
        boolean summed = survey.labels() > 0;
        return crew.map(
                        to - from,
                        i -> survey.read(
                                states(guidance, from + i),
                                summed ? energies(guidance, from + i) : new float[0],
                                summed ? labels(from + i) : new byte[0],
                                counts))
                .toArray(double[][]::new);
    }

    /**
     * What is asked of the agents of each replica under a guidance and of their copies under another, as they are now.
     *
     * @param survey of the ensemble's own tiling
     * @param crew who reads them where the host does
     * @return sums [replica][PairedSurvey]
     */
    default double[][] survey(int guidance, int other, PairedSurvey survey, Crew<?> crew) {
        int each = survey.tiling().blocksPerReplica();
        List<double[][]> groups = crew.map(survey.tiling().blocks() / each, group -> {
            PairedSums sums = new PairedSums(survey, group * each);
            for (int b = group * each; b < (group + 1) * each; b++) {
                float[][] energies =
                        survey.energies() ? new float[][] {energies(guidance, b), energies(other, b)} : new float[0][];
                sums.add(b, states(guidance, b), states(other, b), energies);
            }
            return sums.sums();
        });
        return groups.stream().flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /** What the populations' means do to the next step [replica][state of ensemble.Feedback]; empty states where nothing is fed. */
    double[][] feedback();

    /** Sets the state of a block and its energies, as states and energies gave them. */
    void restore(int guidance, int block, float[][] states, float[] energies);

    /** Sets the feedback, as feedback gave it. */
    void restoreFeedback(double[][] feedback);

    @Override
    void close();
}
