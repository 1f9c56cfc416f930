package io.github.murmuration.study.path;

import io.github.murmuration.report.StudyFigure;
import io.github.murmuration.study.Cells;

/** The survival curve of a tail beside the power of the theory. */
final class TailFigure {

    private static final int POINTS = 60;
    private static final double ANCHOR = 1e-5;

    private TailFigure() {}

    static void add(StudyFigure figure, int series, double tau, TailLaw law, double exponent) {
        double[] d = new double[POINTS];
        double[] survival = new double[POINTS];
        double[] power = new double[POINTS];
        double from = Math.log(law.quantile(0.9));
        double to = Math.log(law.quantile(1e-8));
        double anchor = law.quantile(ANCHOR);
        for (int i = 0; i < POINTS; i++) {
            d[i] = Math.exp(from + (to - from) * i / (POINTS - 1));
            survival[i] = law.survival(d[i]);
            power[i] = Math.min(1, ANCHOR * Math.pow(d[i] / anchor, -exponent));
        }
        String name = "tau = " + Cells.text(tau, 4);
        figure.line(name, series, d, survival);
        figure.dashed("", series, d, power);
    }
}
