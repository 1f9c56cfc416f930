package io.github.murmuration.scenario;

import java.util.List;

/**
 * What a run records: moments every so many steps, that many sampled paths, histogram bins, checkpoint period (0: none), whether
 * energies are kept agent by agent (4 bytes each, without which energies have no standard errors), the parameters of a written model
 * by which means, costs and what is observed are differentiated, the shares of the horizon at which the states of all agents are written,
 * and the format of all arrays.
 */
public record Output(
        int momentsEvery,
        int paths,
        int histogramBins,
        int checkpointEvery,
        boolean agentEnergies,
        List<String> sensitivities,
        List<Double> snapshots,
        ArrayFormat format) {

    /** Moments at every step, 32 paths, 200 bins, no checkpoints. */
    public static final Output DEFAULT = new Output(1, 32, 200, 0);

    public Output {
        sensitivities = List.copyOf(sensitivities);
        snapshots = List.copyOf(snapshots);
        Check.atLeast("moments-every", momentsEvery, 1);
        Check.atLeast("paths", paths, 0);
        Check.atLeast("histogram-bins", histogramBins, 0);
        Check.atLeast("checkpoint-every", checkpointEvery, 0);
        for (int i = 0; i < snapshots.size(); i++) {
            double t = snapshots.get(i);
            double before = i == 0 ? Double.NEGATIVE_INFINITY : snapshots.get(i - 1);
            if (!(t >= 0 && t <= 1 && t > before)) {
                throw ScenarioException.refused(
                        "snapshots[" + i + "]", Check.text(t), "shares of the horizon from 0 to 1 that increase");
            }
        }
    }

    /** With the energies of agents, without sensitivities. */
    public Output(int momentsEvery, int paths, int histogramBins, int checkpointEvery) {
        this(momentsEvery, paths, histogramBins, checkpointEvery, true, List.of(), List.of(), ArrayFormat.NPY);
    }

    /** The same, with or without the energies of agents. */
    public Output agentEnergies(boolean kept) {
        return new Output(momentsEvery, paths, histogramBins, checkpointEvery, kept, sensitivities, snapshots, format);
    }

    /**
     * The same with moments alone: no sampled paths, histograms and states of all agents.
     * @param every at least so many steps
     */
    public Output momentsAlone(int every) {
        return new Output(
                Math.max(momentsEvery, every), 0, 0, checkpointEvery, agentEnergies, sensitivities, List.of(), format);
    }

    /** The same with sensitivities to these parameters. */
    public Output sensitivities(List<String> parameters) {
        return new Output(
                momentsEvery, paths, histogramBins, checkpointEvery, agentEnergies, parameters, snapshots, format);
    }

    /** The same with the states of all agents at these shares of the horizon. */
    public Output snapshots(List<Double> shares) {
        return new Output(
                momentsEvery, paths, histogramBins, checkpointEvery, agentEnergies, sensitivities, shares, format);
    }

    /** The same with arrays in another format. */
    public Output format(ArrayFormat other) {
        return new Output(
                momentsEvery, paths, histogramBins, checkpointEvery, agentEnergies, sensitivities, snapshots, other);
    }
}
