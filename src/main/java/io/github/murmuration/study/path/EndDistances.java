package io.github.murmuration.study.path;

import io.github.murmuration.density.GaussianMixture;

/** Distances of samples, smeared out or not, to a law in any dimension, along fixed directions. */
final class EndDistances {

    private static final int CELLS_ON_THE_LINE = 2000;
    private static final int CELLS = 400;

    private final Directions directions;
    private final Distribution[] grids;
    private final double[][] exact;

    EndDistances(GaussianMixture law) {
        this.directions = Directions.of(law.dimension());
        this.grids = new Distribution[directions.count()];
        this.exact = new double[directions.count()][];
        for (int m = 0; m < grids.length; m++) {
            GaussianMixture along = directions.project(m, law);
            grids[m] = new Distribution(along, law.dimension() == 1 ? CELLS_ON_THE_LINE : CELLS);
            exact[m] = grids[m].of(along);
        }
    }

    /**
     * Sliced W1 and energy distance.
     * @param points [n][d] flattened.
     * @param bandwidth of an isotropic Gaussian; 0 for none
     */
    double[] of(double[] points, double bandwidth) {
        double wasserstein = 0;
        double energy = 0;
        for (int m = 0; m < grids.length; m++) {
            double[] function = grids[m].of(directions.project(m, points), bandwidth);
            wasserstein += grids[m].wasserstein(function, exact[m]) / grids.length;
            energy += grids[m].energy(function, exact[m]) / grids.length;
        }
        return new double[] {wasserstein, energy / directions.meanCosine()};
    }
}
