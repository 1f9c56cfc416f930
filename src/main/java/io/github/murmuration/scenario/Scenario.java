package io.github.murmuration.scenario;

import java.util.List;

/** A whole simulation as the user asked for it. */
public record Scenario(
        String name,
        Model model,
        Law initial,
        Law target,
        Protocol protocol,
        List<Guidance> guidance,
        Population population,
        Time time,
        Output output) {

    /** Number of coordinates d of one agent. */
    public int dimension() {
        return initial.dimension();
    }
}
