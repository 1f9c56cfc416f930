package io.github.murmuration.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.rng.Noise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilingTest {

    /** One population, replicas side by side with room to spare, on tiles of their own, on blocks of their own. */
    @ParameterizedTest
    @CsvSource({"40000, 1", "10, 2000", "300, 7", "1025, 5", "20000, 3"})
    void everyPlaceIsAnAgentsOrNobodys(long agents, int replicas) {
        Tiling tiling = Tiling.replicas(agents, 0, replicas);
        long places = tiling.tiles() * Noise.TILE;
        long found = 0;
        for (int b = 0; b < tiling.blocks(); b++) {
            for (int a = 0; a < tiling.agentsIn(b); a++) {
                long place = tiling.firstTile(b) * Noise.TILE + tiling.place(a);
                assertEquals(tiling.firstAgent(b) + a, tiling.agentAt(place));
                found++;
                int together = Math.min(tiling.together(a), tiling.agentsIn(b) - a);
                assertEquals(
                        tiling.place(a) + together - 1, tiling.place(a + together - 1), "agents from " + a + " on");
                assertEquals(tiling.place(a) / Noise.TILE, tiling.place(a + together - 1) / Noise.TILE);
            }
        }
        assertEquals(agents * replicas, found);
        for (long place = 0; place < places; place++) {
            found -= tiling.agentAt(place) == Tiling.NOBODY ? 0 : 1;
        }
        assertEquals(0, found);
    }
}
