package io.github.murmuration.scenario;

import java.util.List;

/**
 * What a run records: moments every so many steps, that many sampled paths, histogram bins, checkpoint period (0: none), whether
 * energies are kept agent by agent (4 bytes each, without which energies have no standard errors), and the parameters of a written model
 * by which means, costs and what is observed are differentiated.
 */
public record Output(
        int momentsEvery,
        int paths,
        int histogramBins,
        int checkpointEvery,
        boolean agentEnergies,
        List<String> sensitivities) {

    /** Moments at every step, 32 paths, 200 bins, no checkpoints. */
    public static final Output DEFAULT = new Output(1, 32, 200, 0);

    public Output {
        sensitivities = List.copyOf(sensitivities);
        Check.atLeast("moments-every", momentsEvery, 1);
        Check.atLeast("paths", paths, 0);
        Check.atLeast("histogram-bins", histogramBins, 0);
        Check.atLeast("checkpoint-every", checkpointEvery, 0);
    }

    /** With the energies of agents, without sensitivities. */
    public Output(int momentsEvery, int paths, int histogramBins, int checkpointEvery) {
        this(momentsEvery, paths, histogramBins, checkpointEvery, true, List.of());
    }

    /** The same, with or without the energies of agents. */
    public Output agentEnergies(boolean kept) {
        return new Output(momentsEvery, paths, histogramBins, checkpointEvery, kept, sensitivities);
    }

    /** The same without sampled paths and histograms. */
    public Output momentsAlone() {
        return new Output(momentsEvery, 0, 0, checkpointEvery, agentEnergies, sensitivities);
    }

    /** The same with sensitivities to these parameters. */
    public Output sensitivities(List<String> parameters) {
        return new Output(momentsEvery, paths, histogramBins, checkpointEvery, agentEnergies, parameters);
    }
}
