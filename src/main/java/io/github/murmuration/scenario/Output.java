package io.github.murmuration.scenario;

/**
 * What a run records: moments every so many steps, that many sampled paths, histogram bins, checkpoint period (0: none), and whether
 * energies are kept agent by agent: 4 bytes each, without which energies have no standard errors.
 */
public record Output(int momentsEvery, int paths, int histogramBins, int checkpointEvery, boolean agentEnergies) {

    /** Moments at every step, 32 paths, 200 bins, no checkpoints. */
    public static final Output DEFAULT = new Output(1, 32, 200, 0);

    public Output {
        Check.atLeast("moments-every", momentsEvery, 1);
        Check.atLeast("paths", paths, 0);
        Check.atLeast("histogram-bins", histogramBins, 0);
        Check.atLeast("checkpoint-every", checkpointEvery, 0);
    }

    /** With the energies of agents. */
    public Output(int momentsEvery, int paths, int histogramBins, int checkpointEvery) {
        this(momentsEvery, paths, histogramBins, checkpointEvery, true);
    }

    /** The same, with or without the energies of agents. */
    public Output agentEnergies(boolean kept) {
        return new Output(momentsEvery, paths, histogramBins, checkpointEvery, kept);
    }
}
