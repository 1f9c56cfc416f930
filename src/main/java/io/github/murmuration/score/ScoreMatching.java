package io.github.murmuration.score;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.rng.Seeds;
import java.util.ArrayList;
import java.util.List;

/**
 * Denoising score matching: at every noise u the coefficients of a basis that minimise, over clouds X_0 and noise Z,
 *
 * <pre>s^2 mean_i |S_i(a X_0 + s Z) + Z_i/s|^2</pre>
 *
 * which are linear least squares: the minimum over all functions is the score. Vincent, "A connection between score matching and
 * denoising autoencoders", Neural Computation 23 (2011) 1661. The result does not depend on the number of threads.
 *
 * @param clouds X_0, at least two
 * @param draws of noise that each cloud is given at each level
 * @param ridge share of a function's own square that is added to it
 */
public record ScoreMatching(Diffusion diffusion, Basis basis, List<Cloud> clouds, int draws, double ridge, long seed) {

    /**
     * @param levels u, increasing and above 0
     * @throws ArithmeticException one of the basis functions follows from the others
     */
    public LearnedScore fit(double[] levels, Crew<Object> crew) {
        List<LearnedScore.Level> fitted = new ArrayList<>();
        for (int l = 0; l < levels.length; l++) {
            fitted.add(new LevelFit(this, levels[l], Seeds.of(seed, l, 0), crew).level());
        }
        return new LearnedScore(diffusion, basis, fitted);
    }
}
