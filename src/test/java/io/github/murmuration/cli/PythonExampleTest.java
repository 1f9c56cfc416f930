package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in Python loads every kind of folder. Skipped where there is no python3 with NumPy. */
class PythonExampleTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void numpyIsThere() throws IOException, InterruptedException {
        assumeTrue(python("import numpy").isEmpty(), "there is no python3 with NumPy here");
    }

    @Test
    void aRun() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("rotors.yaml"), """
                model: custom
                dynamics:
                  state: [x, y]
                  marks: {speed: {uniform: [1, 2]}}
                  drift: {x: -speed*y, y: speed*x}
                  noise: {x: 0.1}
                  horizon: 1
                observe: {radius: mean(x)^2 + mean(y)^2}
                initial: {point: [1, 0]}
                population: {agents: 200}
                time: {steps: 40}
                output: {snapshots: [0, 1]}
                """);
        execute("run " + folder.resolve("rotors.yaml"));
        check("""
                of = run.moments["population"]
                assert of["mean"].shape == (41, 2) and of["radius"].shape == (41,)
                assert list(of["coordinates"]) == ["x", "y"]
                assert run.summary["results"]["population"]["observed"]["radius"] == of["radius"][-1]
                assert run.table("moments")["mean_y"][-1] == of["mean"][-1, 1]
                assert run.paths["population"].shape == (32, 41, 2)
                (name, t, start), (_, _, end) = run.snapshots
                assert name == "population" and t == 0 and (start == [1, 0]).all()
                assert abs(end.mean(axis=0) - of["mean"][-1]).max() < 1e-5
                assert run.marks.shape == (200, 1) and 1 <= run.marks.min() and run.marks.max() <= 2
                assert run.scenario["population"]["agents"] == 200
                """);
    }

    @Tag("slow")
    @Test
    void aSteeredRunAStudyASweepAndClouds() throws IOException, InterruptedException {
        execute("run demand-response --agents=200 --steps=40");
        check("""
                zero = run.moments["zero"]
                assert abs(zero["mean"] - zero["exact-mean"]).max() < 6 * zero["mean-error"].max()
                assert (run.table("moments")["guidance"] == "zero").sum() == 41
                """);
        execute("study chaos mean-field-ou --sizes=10,20 --replicas=2 --steps=20");
        check("""
                assert run.scenario["study"]["sizes"] == ["10", "20"] or run.scenario["study"]["sizes"] == [10, 20]
                assert all(len(run.table(name)) > 1 for name in run.tables) and run.tables
                """);
        execute("sweep kuramoto --vary=interaction.coupling=1,2 --agents=50 --steps=10");
        check("""
                table = run.table("populations")
                assert list(table["interaction.coupling"]) == [1, 2] and table["order"].dtype == float
                """);
        execute("run gaussian-clouds --steps=10 --set=population.clouds=6 --set=population.points=8");
        check("""
                assert run.clouds.shape[:2] == (6, 8) and np.isfinite(run.clouds).all()
                """);
    }

    private void execute(String words) {
        StringWriter err = new StringWriter();
        String all = words + " --quiet --backend=cpu-scalar --out=" + folder.resolve("out");
        assertEquals(
                0,
                Murmuration.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all.split(" ")),
                err::toString);
    }

    private void check(String assertions) throws IOException, InterruptedException {
        String program = "import numpy as np\nfrom murmuration import load\nrun = load('" + folder.resolve("out")
                + "')\n" + assertions;
        assertEquals("", python(program));
    }

    /** What went wrong; empty where nothing did. */
    private String python(String program) throws IOException, InterruptedException {
        Path file = folder.resolve("program.py");
        Files.writeString(file, program);
        ProcessBuilder builder = new ProcessBuilder("python3", file.toString()).redirectErrorStream(true);
        builder.environment()
                .put("PYTHONPATH", Path.of("src/site/examples").toAbsolutePath().toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return e.getMessage();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said + "failed";
    }
}
