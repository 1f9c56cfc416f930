package io.github.murmuration.diffusion;

import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudNoise;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.rng.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** By the score of given clouds, in Euler steps of the clock, in float64 on the host: one cloud after the other. */
public final class GivenReversal implements Reversal {

    private final Diffusion diffusion;
    private final GivenClouds given;
    private final PatternEvaluator evaluator;
    private final DoubleConsumer progress;
    private long pairs;

    public GivenReversal(Diffusion diffusion, GivenClouds given, PatternEvaluator evaluator) {
        this(diffusion, given, evaluator, done -> {});
    }

    /** @param progress takes point-steps done since it was last called */
    public GivenReversal(Diffusion diffusion, GivenClouds given, PatternEvaluator evaluator, DoubleConsumer progress) {
        this.diffusion = diffusion;
        this.given = given;
        this.evaluator = evaluator;
        this.progress = progress;
    }

    /** Points times points of given clouds that were evaluated so far. */
    public long pairs() {
        return pairs;
    }

    /** Cloud r does not depend on the others. */
    @Override
    public List<Cloud> run(Clock clock, List<Cloud> starts, long seed) {
        List<Cloud> ends = new ArrayList<>();
        for (int r = 0; r < starts.size(); r++) {
            GivenScore score = new GivenScore(diffusion, given, evaluator);
            long own = Seeds.of(seed, r, 0);
            Cloud cloud = starts.get(r);
            for (int k = 0; k < clock.steps(); k++) {
                cloud = step(cloud, score, clock, k, own);
                progress.accept(cloud.size());
            }
            pairs += score.pairs();
            ends.add(cloud);
        }
        return ends;
    }

    private Cloud step(Cloud cloud, GivenScore score, Clock clock, int k, long seed) {
        double u = clock.at(k);
        double gained = diffusion.rate(u) * (u - clock.at(k + 1));
        double[][] gradient = score.at(u, cloud);
        float[][] normals = new CloudNoise(Stream.INCREMENT, seed, k).normals(cloud.size(), cloud.dimension());
        double[][] moved = new double[cloud.size()][cloud.dimension()];
        for (int i = 0; i < moved.length; i++) {
            for (int j = 0; j < moved[i].length; j++) {
                double x = cloud.points()[i][j];
                double drift = diffusion.pull() * x + gradient[i][j];
                moved[i][j] = x + gained * drift + Math.sqrt(gained) * normals[i][j];
            }
        }
        return new Cloud(moved);
    }
}
