package io.github.murmuration.study.clouds;

import io.github.murmuration.report.StudyReport;
import io.github.murmuration.scenario.CloudScenario;
import io.github.murmuration.scenario.CloudScore;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.generation.Data;
import java.util.LinkedHashMap;
import java.util.Map;

/** Study {@code cloud-diffusion}: how good generated clouds are, and at what cost. */
public final class CloudDiffusion implements Study {

    private final CloudScenario scenario;
    private final double budget;
    private final Judge judge;
    private final Plan plan;

    /**
     * @param budget point-steps of a case; pairs of a point and a given point count a sixteenth
     * @throws ScenarioException the score is not that of the data, or clouds branch
     */
    public CloudDiffusion(CloudScenario scenario, double budget) {
        if (!(scenario.score() instanceof CloudScore.Exact)) {
            throw ScenarioException.refused("score", "a learned score", "exact; see the study learned-scores");
        }
        if (scenario.branching().isPresent()) {
            throw new ScenarioException("branching", "not a field of this study, which branches clouds itself");
        }
        this.scenario = scenario;
        this.budget = budget;
        Data data = Data.of(scenario.data());
        this.judge = new Judge(data);
        this.plan = Plan.of(scenario, data, budget);
    }

    @Override
    public double work() {
        return plan.all().stream().mapToDouble(CloudCase::work).sum();
    }

    @Override
    public String unit() {
        return "point-steps";
    }

    @Override
    public StudyReport run(Resources resources) {
        Map<String, Measured> found = new LinkedHashMap<>();
        plan.all().forEach(each -> found.put(each.name(), each.run(judge, resources)));
        Map<Integer, Measured> fresh = new LinkedHashMap<>();
        plan.sizes().forEach(each -> fresh.put(each.points(), each.fresh(judge, resources)));
        return new QualityReport(scenario, budget, judge, plan, found, fresh).report();
    }
}
