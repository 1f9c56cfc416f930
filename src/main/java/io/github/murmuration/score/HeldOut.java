package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Diffusion;
import java.util.List;

/**
 * Clouds that no score was fitted to, noised in the same way for every score.
 *
 * @param seed of the noise: another than that of the fit
 */
public record HeldOut(Diffusion diffusion, List<Cloud> clouds, long seed) {

    /** s^2 mean_i |S_i + Z_i/s|^2 at a level of noise. */
    public Loss loss(PointScore score, double u, Crew<Object> crew) {
        double[] ofClouds = crew.map(clouds.size(), c -> loss(score, u, c)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Loss(ofClouds);
    }

    private double loss(PointScore score, double u, int c) {
        NoisedCloud cloud = NoisedCloud.of(clouds.get(c), diffusion, u, seed, c);
        double deviation = Math.sqrt(diffusion.variance(u));
        double[][] values = score.at(u, cloud.points());
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                double departure = deviation * values[i][j] + cloud.noise()[i][j];
                sum += departure * departure;
            }
        }
        return sum / values.length;
    }
}
