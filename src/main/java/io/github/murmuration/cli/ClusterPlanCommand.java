package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.Part;
import io.github.murmuration.backend.peers.Loopback;
import io.github.murmuration.report.PlanReport;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.MeasuredRate;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ScalingPlan;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "cluster-plan",
        description = "Memory and speed of a population over the workers of a cluster, by a model of measured rates.",
        mixinStandardHelpOptions = true)
final class ClusterPlanCommand implements Callable<Integer> {

    private static final double MILLI = 1e-3;
    private static final double GIGA = 1e9;

    @Spec
    private CommandSpec command;

    @Mixin
    private ScenarioOptions scenario;

    @Mixin
    private MachineOptions machine;

    @Option(
            names = "--workers",
            paramLabel = "W",
            required = true,
            description = "Number of workers; each has a part of the population.")
    private String workers;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Agent-steps per second of a worker (default: measured here).")
    private String rate;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            description = "Milliseconds of an exchange (default: measured here).")
    private String latency;

    @Option(
            names = "--bandwidth",
            paramLabel = "GB/S",
            description = "Gigabytes per second between two workers (default: measured here).")
    private String bandwidth;

    @Override
    public Integer call() throws IOException {
        Scenario read = scenario.read();
        long agents = read.population().agents();
        int count = (int) Numbers.whole("--workers", workers, 1, Part.most(agents));
        MemoryNeed.checkRun(read);
        Problem problem = Problem.of(read);
        problem.requireParts();
        Backend backend = machine.backend(Double.POSITIVE_INFINITY);
        PlanReport report = report(problem, backend, count);
        command.commandLine().getOut().print(machine.json() ? report.json() + "\n" : report.text());
        return 0;
    }

    private PlanReport report(Problem problem, Backend backend, int count) throws IOException {
        long agents = problem.scenario().population().agents();
        EnsembleSpec part = problem.ensemble(agents).with(Part.of(0, count, agents, own -> new double[][] {own}));
        Backend.Need need = backend.need(part);
        MeasuredRate known = rate == null
                ? MeasuredRate.of(problem, backend, part.agentsHere(), count, machine.threads())
                : MeasuredRate.given(Numbers.positive("--rate", rate));
        boolean given = latency != null && bandwidth != null;
        Loopback loopback = given ? new Loopback(0, 0) : Loopback.measure();
        double wait = latency == null ? loopback.latency() : MILLI * Numbers.positive("--latency", latency);
        double bytes = bandwidth == null ? loopback.bandwidth() : GIGA * Numbers.positive("--bandwidth", bandwidth);
        return new PlanReport(
                ScalingPlan.of(part, problem.grid().steps(), need.batch(), known, wait, bytes),
                count,
                need.bytes(),
                backend.name(),
                rate == null ? "measured here" : "given",
                given ? "given" : "measured on loopback where not given");
    }
}
