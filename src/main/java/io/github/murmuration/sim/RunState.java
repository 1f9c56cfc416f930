package io.github.murmuration.sim;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * All that a run takes from one step to the next: its agents, and what is recorded of it so far. No state of a generator, since noise is a
 * function of the step.
 */
record RunState(Agents agents, RunRecord record) {

    void write(DataOutput out) throws IOException {
        record.write(out);
        new StoredAgents(agents).write(out);
    }

    /** Fills a started ensemble and its record. */
    void read(DataInput in) throws IOException {
        record.read(in);
        new StoredAgents(agents).read(in);
    }
}
