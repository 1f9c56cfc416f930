package io.github.murmuration.score;

import io.github.murmuration.diffusion.Diffusion;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Functions of noise T_m(x)/l, {@code m < orders}: T_m is the Chebyshev polynomial of degree m, l^2 = a^2 r^2 + s^2 a squared length that grows as
 * noise does, and x goes straight in log l^2 from -1 at u = 0 to 1 at the horizon.
 *
 * @param orders M
 * @param resolution r > 0
 */
record NoisePolynomials(Diffusion diffusion, int orders, double resolution) {

    /** Name of l in the language of models. */
    static final String LENGTH = "length";

    private static final String SQUARE = "l2";

    /**
     * @param values [M], overwritten.
     * @param changes their derivatives by u [M], overwritten
     */
    void at(double u, double[] values, double[] changes) {
        double square = square(u);
        double squareChange = new NoiseRates(diffusion, u).ofSquare(resolution, 1);
        double x = (Math.log(square) - middle()) / half();
        double xChange = squareChange / square / half();
        double inverse = 1 / Math.sqrt(square);
        double inverseChange = -0.5 * inverse * squareChange / square;
        double[] slopes = new double[orders];
        chebyshev(x, values, slopes);
        for (int m = 0; m < orders; m++) {
            changes[m] = inverse * slopes[m] * xChange + inverseChange * values[m];
            values[m] *= inverse;
        }
    }

    /** T_m and T_m'. */
    private static void chebyshev(double x, double[] values, double[] slopes) {
        for (int m = 0; m < values.length; m++) {
            values[m] = m < 2 ? Math.pow(x, m) : 2 * x * values[m - 1] - values[m - 2];
            slopes[m] = m < 2 ? m : 2 * values[m - 1] + 2 * x * slopes[m - 1] - slopes[m - 2];
        }
    }

    private double square(double u) {
        double scale = diffusion.scale(u);
        return scale * scale * resolution * resolution + diffusion.variance(u);
    }

    private double middle() {
        return 0.5 * (Math.log(square(diffusion.horizon())) + Math.log(square(0)));
    }

    private double half() {
        return 0.5 * (Math.log(square(diffusion.horizon())) - Math.log(square(0)));
    }

    /** Name of T_m in the language of models. */
    static String name(int m) {
        return "poly" + m;
    }

    /** Texts of the T_m and of l in the language of models; they name a and s2. */
    Map<String, String> parameters() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SQUARE, "a^2*" + resolution + "^2 + s2");
        texts.put(LENGTH, "sqrt(" + SQUARE + ")");
        String x = "((log(" + SQUARE + ") - (" + middle() + "))/" + half() + ")";
        for (int m = 0; m < orders; m++) {
            texts.put(name(m), m < 2 ? (m == 0 ? "1" : x) : "2*poly1*" + name(m - 1) + " - " + name(m - 2));
        }
        return texts;
    }
}
