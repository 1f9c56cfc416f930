package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.Cloud;
import java.util.List;

/** By a score in the language of models. */
public record ScoreReversal(Generator generator, Diffusion diffusion, Score score) implements Reversal {

    @Override
    public List<Cloud> run(Clock clock, List<Cloud> starts, long seed) {
        int points = starts.get(0).size();
        return generator.run(ReverseModel.of(diffusion, score, clock, points), clock.steps(), starts, seed);
    }
}
