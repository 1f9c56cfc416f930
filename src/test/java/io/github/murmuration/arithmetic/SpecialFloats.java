package io.github.murmuration.arithmetic;

/** Numbers at which functions change their ways. */
public final class SpecialFloats {

    private static final float[] POSITIVE = {
        0,
        Float.MIN_VALUE,
        3 * Float.MIN_VALUE,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MIN_NORMAL,
        0x1p-24f,
        0x1p-12f,
        Math.nextDown((float) Math.sqrt(0.5)),
        (float) Math.sqrt(0.5),
        0.5f,
        (float) (Math.PI / 4),
        Math.nextDown(1f),
        1,
        Math.nextUp(1f),
        1.5f,
        (float) (Math.PI / 2),
        (float) Math.PI,
        10,
        Math.nextUp(10f),
        87,
        Math.nextUp(87.33654f),
        88.72283f,
        Math.nextUp(88.72283f),
        103.27893f,
        103.97208f,
        Math.nextUp(103.97208f),
        Math.nextUp(104f),
        Math.nextDown(0x1p16f),
        0x1p16f,
        0x1p22f,
        Math.nextDown(0x1p23f),
        0x1p23f,
        16367173 * 0x1p72f, // of all floats next to a multiple of pi/2
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NaN
    };

    private SpecialFloats() {}

    /** Of both signs. */
    public static float[] all() {
        float[] all = new float[2 * POSITIVE.length];
        for (int i = 0; i < POSITIVE.length; i++) {
            all[2 * i] = POSITIVE[i];
            all[2 * i + 1] = -POSITIVE[i];
        }
        return all;
    }
}
