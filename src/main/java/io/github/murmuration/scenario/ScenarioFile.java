package io.github.murmuration.scenario;

import java.util.List;

/** A scenario that was read: itself, its one-line description (may be empty), and notes on what was adjusted. */
public record ScenarioFile(Scenario scenario, String description, List<String> notes) {

    public ScenarioFile {
        notes = List.copyOf(notes);
    }
}
