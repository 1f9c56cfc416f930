package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import jcuda.Pointer;

/** Copies the agents of a block from and to device arrays, whose places are padded to whole tiles. */
final class AgentCopies {

    private final Tiling tiling;

    AgentCopies(Tiling tiling) {
        this.tiling = tiling;
    }

    /** @param array number of the array [padded] within the buffer */
    float[] floats(DeviceBuffer from, long array, int b) {
        float[] places = places(from, array, b);
        float[] values = new float[tiling.agentsIn(b)];
        for (int a = 0; a < values.length; a++) {
            values[a] = places[tiling.place(a)];
        }
        return values;
    }

    /** Of the places of a block those of its agents. */
    byte[] agents(byte[] places, int b) {
        byte[] values = new byte[tiling.agentsIn(b)];
        for (int a = 0; a < values.length; a++) {
            values[a] = places[tiling.place(a)];
        }
        return values;
    }

    /** Places that pad keep what they have. */
    void put(DeviceBuffer to, long array, int b, float[] values) {
        float[] places = places(to, array, b);
        for (int a = 0; a < values.length; a++) {
            places[tiling.place(a)] = values[a];
        }
        to.put(offset(array, b), Pointer.to(places), (long) places.length * Float.BYTES);
    }

    private float[] places(DeviceBuffer from, long array, int b) {
        float[] places = new float[tiling.placesIn(b)];
        from.get(offset(array, b), Pointer.to(places), (long) places.length * Float.BYTES);
        return places;
    }

    private long offset(long array, int b) {
        return Float.BYTES * Noise.TILE * (array * tiling.tiles() + tiling.firstTile(b));
    }
}
