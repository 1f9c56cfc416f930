package io.github.murmuration.study.generation;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.crew.Crew;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Generates the clouds of a problem and compares them with clouds that are drawn from the law of its data. */
public final class CloudRun implements Study {

    private final CloudProblem problem;

    public CloudRun(CloudProblem problem) {
        this.problem = problem;
    }

    @Override
    public double work() {
        return problem.scenario().population().clouds() * problem.pointStepsOfOne();
    }

    @Override
    public String unit() {
        return "point-steps";
    }

    /**
     * A batch as it is kept.
     * @param points x [clouds][N][d]
     */
    record Batch(double[][][] points) {

        static Batch of(List<Cloud> clouds) {
            return new Batch(clouds.stream().map(Cloud::points).toArray(double[][][]::new));
        }

        List<Cloud> clouds() {
            return Arrays.stream(points).map(Cloud::new).toList();
        }
    }

    @Override
    public StudyReport run(Resources resources) {
        List<Cloud> generated = generated(resources);
        try (Crew<Object> crew = Crew.of(resources.threads())) {
            return new CloudReport(problem, generated, references(generated, crew)).report();
        }
    }

    private List<Cloud> generated(Resources resources) {
        try (CloudGeneration generation =
                new CloudGeneration(problem, resources.backend(), resources.threads(), resources.meter()::add)) {
            return resources
                    .all(IntStream.range(0, generation.batches())
                            .mapToObj(batch -> batch(generation, batch))
                            .toList())
                    .stream()
                    .flatMap(batch -> batch.clouds().stream())
                    .toList();
        }
    }

    private StudyCase<Batch> batch(CloudGeneration generation, int batch) {
        String name = String.format(Locale.ROOT, "clouds-%08x-%d", problem.fingerprint(), batch);
        return new StudyCase<>(name, Batch.class, generation.work(batch), given -> Batch.of(generation.clouds(batch)));
    }

    /** Clouds that generated ones are compared with; of the data's law first. */
    private List<Reference> references(List<Cloud> generated, Crew<Object> crew) {
        List<Cloud> compared = generated.subList(0, compared());
        List<Reference> references = new ArrayList<>();
        references.add(reference("new, of the law", compared, problem.fresh(compared()), crew));
        if (problem.data() instanceof Data.Given given && given.family().isPresent()) {
            Data.Surfaces surfaces = given.family().get();
            int n = problem.points();
            long seed = problem.seed(CloudProblem.Part.MORE, 0);
            references.add(reference(
                    "new points of the given surfaces", compared, clouds(i -> surfaces.again(n, seed, i)), crew));
            references.add(reference("surfaces held out", compared, clouds(i -> surfaces.other(n, i)), crew));
        }
        return references;
    }

    private Reference reference(String name, List<Cloud> compared, List<Cloud> others, Crew<Object> crew) {
        return Reference.of(name, compared, others, problem.seed(CloudProblem.Part.PERMUTED, 0), crew);
    }

    private List<Cloud> clouds(IntFunction<Cloud> cloud) {
        return IntStream.range(0, compared()).mapToObj(cloud).toList();
    }

    private int compared() {
        return Math.min(
                problem.scenario().output().compared(),
                problem.scenario().population().clouds());
    }
}
