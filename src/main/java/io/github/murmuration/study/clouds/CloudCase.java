package io.github.murmuration.study.clouds;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import io.github.murmuration.study.generation.CloudGeneration;
import io.github.murmuration.study.generation.CloudProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Clouds that are generated in one way.
 * @param name of it, different from that of every other case
 */
record CloudCase(String name, CloudProblem problem) {

    /** Number, under the seed, of the new clouds of shapes that others are compared with. */
    private static final int SHAPES = 1 << 20;

    int points() {
        return problem.points();
    }

    int steps() {
        return problem.clock().steps();
    }

    int clouds() {
        return problem.scenario().population().clouds();
    }

    /** Point-steps. */
    double work() {
        return clouds() * problem.pointStepsOfOne();
    }

    /**
     * Generates the clouds that are not kept, batch by batch.
     * @param judge of the law that clouds should have
     */
    Measured run(Judge judge, Resources resources) {
        Optional<Shapes> shapes = judge.shapes(points(), shapesSeed());
        try (Crew<Object> crew = Crew.of(resources.threads());
                CloudGeneration generation = new CloudGeneration(
                        problem, resources.backend(), resources.threads(), resources.meter()::add)) {
            double work = work() / generation.batches();
            return Measured.joined(resources.all(IntStream.range(0, generation.batches())
                    .mapToObj(batch -> new StudyCase<>(
                            name + "-" + batch,
                            Measured.class,
                            work,
                            given -> measured(generation, batch, shapes, crew)))
                    .toList()));
        }
    }

    private static Measured measured(
            CloudGeneration generation, int batch, Optional<Shapes> shapes, Crew<Object> crew) {
        double before = generation.pairs();
        long begun = System.nanoTime();
        List<Cloud> clouds = generation.clouds(batch);
        double seconds = (System.nanoTime() - begun) * 1e-9;
        return Measured.of(clouds, shapes, generation.pairs() - before, seconds, crew);
    }

    /** As many new clouds of the law. */
    Measured fresh(Judge judge, Resources resources) {
        try (Crew<Object> crew = Crew.of(resources.threads())) {
            return Measured.of(problem.fresh(clouds()), judge.shapes(points(), shapesSeed()), 0, 0, crew);
        }
    }

    private long shapesSeed() {
        return Seeds.of(problem.scenario().population().seed(), SHAPES, 0);
    }
}
