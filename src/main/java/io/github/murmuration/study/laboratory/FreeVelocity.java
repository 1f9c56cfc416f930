package io.github.murmuration.study.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.sim.GuidanceResult;
import io.github.murmuration.sim.Problem;

/**
 * A normalizing flow at its terminal cost alone, on the line.
 *
 * @param speed the greatest of the mean of the agents, who all move alike
 * @param effort int v^2/2 dt, which is no part of the cost
 * @param cost KL(rho_T || pi) of the Gaussian that has the mean and the variance of the agents
 * @param optimal J*
 */
record FreeVelocity(double rest, double limit, double speed, double effort, double cost, double optimal) {

    /** @param result of which the mean is recorded at every step */
    static FreeVelocity of(Problem problem, GuidanceResult result) {
        Game game = (Game) problem.scenario().dynamics();
        GaussianMixture target = GaussianMixture.of(game.target().orElseThrow());
        double c = target.covariance()[0][0];
        double departure = result.terminalMean()[0] - target.mean()[0];
        double ratio = result.terminalVariance()[0] / c;
        double[][] mean = result.moments().mean();
        double h = game.horizon() / (mean.length - 1);
        double speed = 0;
        double effort = 0;
        for (int k = 1; k < mean.length; k++) {
            double v = Math.abs(mean[k][0] - mean[k - 1][0]) / h;
            speed = Math.max(speed, v);
            effort += 0.5 * v * v * h;
        }
        return new FreeVelocity(
                game.number("rest"),
                game.number("speed-limit"),
                speed,
                effort,
                0.5 * (departure * departure / c + ratio - 1 - Math.log(ratio)),
                problem.row().orElseThrow().optimalCost());
    }
}
