package io.github.murmuration.scenario;

import java.util.List;

/** Names that a scenario file may use. */
final class ScenarioFields {
    static final List<String> ROOT = List.of(
            "name",
            "description",
            "model",
            "drift",
            "cost",
            "coupling",
            "interaction",
            "game",
            "dynamics",
            "observe",
            "initial",
            "target",
            "protocol",
            "guidance",
            "population",
            "time",
            "output");
    static final List<String> INITIAL = List.of("point", "gaussian", "mixture", "samples");
    static final List<String> TARGET = List.of("gaussian", "mixture", "patterns");
    static final List<String> GUIDANCE = List.of("mean-field", "zero", "target-mean", "empirical", "{custom: [..]}");

    private ScenarioFields() {}
}
