package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

public final class Checkpoint {
    int restore(Ensemble e, List<MomentRecorder> r, long agents) {
        return 0;
    }

    static void write(Path folder, Scenario scenario, int step, Ensemble e, List<MomentRecorder> r) {}
}
