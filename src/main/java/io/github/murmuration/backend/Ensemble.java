package io.github.murmuration.backend;

/** A population on some device: one copy of the state per guidance, all from the same starts. */
public interface Ensemble extends AutoCloseable {

    /** Draws the starts. @param reference point the sums are taken about [d]. @return sums of the starts, laid out as SumLayout */
    double[] start(float[] reference);

    /** Agents of each label [L]; known once started. */
    long[] labelCounts();

    /**
     * Advances every guidance by the same steps.
     *
     * @param firstStep number of the first step
     * @param count number of steps
     * @param rows per guidance, count rows of the drift schedule
     * @return sums [guidance][count * SumLayout.size()], moments at each step's end and power at its start
     * @throws DivergenceException an agent left the representable range
     */
    double[][] advance(int firstStep, int count, float[][] rows);

    /** Most steps that one call of advance should take. */
    int batch();

    /** State of a block of agents (see Tiling) [d][agents of the block]. @param guidance which copy */
    float[][] states(int guidance, int block);

    /** int |u|^2 dt of each agent of a block so far. */
    float[] energies(int guidance, int block);

    /** Label of each agent of a block. */
    byte[] labels(int block);

    /** Sets the state of a block and its energies, as states and energies gave them. */
    void restore(int guidance, int block, float[][] states, float[] energies);

    @Override
    void close();
}
