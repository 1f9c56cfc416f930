package io.github.murmuration.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector shape in use: the widest the processor has, or the one that {@code -Dmurmuration.vector.bits} names (128, 256, 512). */
final class Lanes {

    static final VectorShape SHAPE = shape();
    static final VectorSpecies<Float> FLOAT = VectorSpecies.of(float.class, SHAPE);
    static final VectorSpecies<Integer> INT = IntVector.SPECIES_PREFERRED.withShape(SHAPE);
    static final VectorSpecies<Long> LONG = LongVector.SPECIES_PREFERRED.withShape(SHAPE);

    /** Agents per vector. */
    static final int COUNT = FLOAT.length();

    private Lanes() {}

    static String description() {
        return SHAPE.vectorBitSize() + "-bit vectors, " + COUNT + " agents each";
    }

    private static VectorShape shape() {
        int bits = Integer.getInteger("murmuration.vector.bits", FloatVector.SPECIES_PREFERRED.vectorBitSize());
        return VectorShape.forBitSize(bits);
    }
}
