package io.github.murmuration.cli;

import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.sim.MemoryNeed;
import io.github.murmuration.sim.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "drift",
        description = "Drift u(t, x; z) at given points, in double precision, as CSV on standard output.",
        mixinStandardHelpOptions = true)
final class DriftCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Mixin
    private ScenarioOptions scenario;

    @Option(names = "--guidance", paramLabel = "G", required = true, description = "A guidance of the scenario.")
    private String guidance;

    @Option(
            names = "--points",
            paramLabel = "CSV",
            required = true,
            description = "Columns t, z_0, .., z_{d-1}, x_0, .., x_{d-1}, with this header.")
    private Path points;

    @Option(names = "--debug", description = "Show stack traces.")
    private boolean debug;

    @Override
    public void run() {
        Scenario read = scenario.read();
        PointTable table = PointTable.read(points, read.dimension());
        Schedule schedule = schedule(read);
        PrintWriter out = command.commandLine().getOut();
        out.println(PointTable.header(read.dimension()) + PointTable.columns("u", read.dimension()));
        double[] u = new double[read.dimension()];
        for (PointTable.Point point : table.points()) {
            schedule.drift(point.t(), point.z(), point.x(), u);
            out.println(point.t() + PointTable.values(point.z()) + PointTable.values(point.x()) + PointTable.values(u));
        }
    }

    private Schedule schedule(Scenario read) {
        List<String> names = read.guidance().stream().map(Guidance::name).toList();
        if (!names.contains(guidance)) {
            throw ScenarioException.refused(
                    "--guidance", guidance, "one of the scenario's: " + String.join(", ", names));
        }
        MemoryNeed.checkSchedules(read);
        return Problem.of(read).schedules().get(names.indexOf(guidance));
    }
}
