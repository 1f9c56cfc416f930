package io.github.murmuration.backend.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.scenario.ScenarioReader;
import io.github.murmuration.sim.Problem;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static EnsembleSpec spec(String scenario, long agents) {
        return Problem.of(ScenarioReader.read(scenario).scenario()).ensemble(agents);
    }

    /** 4 bytes of state on runs of 1040 floats for 1024 agents, and nothing else: a billion agents take 4.06 GB. */
    @Test
    void agentsOfOneKindWithoutEnergiesTakeFourBytes() {
        assertArrayEquals(new long[] {16 + 4 * 1040 * 16}, Block.arrays(spec("mean-field-ou", 1 << 20), 16));
    }

    /** States under three guidances and the start, three energies, and labels of two components. */
    @Test
    void whatIsKeptIsCounted() {
        long run = 16 + 4 * 1040;
        long energy = 16 + 4 * 1024;
        long[] expected = {run, run, run, run, energy, energy, energy, 16 + 1024};
        assertArrayEquals(expected, Block.arrays(spec("demand-response", 1 << 20), 1));
    }

    @Test
    void labelsAreKeptOnlyWhereTheyTellAgentsApart() {
        EnsembleSpec spec = spec("mean-field-ou", 16 * 1024 + 5);
        Block full = new Block(spec, 0);
        assertEquals(0, full.labels.length);
        assertArrayEquals(new byte[16 * 1024], full.labels());
        Block last = new Block(spec, 1);
        assertEquals(256, last.labels.length);
        last.setLabel(5, Block.PADDING);
        assertEquals(Block.PADDING, last.label(5));
        assertEquals(0, last.label(4));
    }
}
