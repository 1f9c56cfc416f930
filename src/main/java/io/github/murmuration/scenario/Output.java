package io.github.murmuration.scenario;

/** What a run records: moments every so many steps, that many sampled paths, histogram bins, checkpoint period (0: none). */
public record Output(int momentsEvery, int paths, int histogramBins, int checkpointEvery) {}
