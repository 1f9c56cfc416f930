package io.github.murmuration.study.throughput;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The watts that nvidia-smi prints ten times a second, added up. */
final class GraphicsPower implements Power {

    private static final int MILLISECONDS = 100;

    private final Process process;
    private double joules = Double.NaN;

    GraphicsPower() {
        process = started();
        if (process != null) {
            Thread reader = new Thread(this::read, "power");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private static Process started() {
        try {
            return new ProcessBuilder(
                            "nvidia-smi",
                            "--id=0",
                            "--query-gpu=power.draw",
                            "--format=csv,noheader,nounits",
                            "--loop-ms=" + MILLISECONDS)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long before = System.nanoTime();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                add(Double.parseDouble(line.strip()) * (now - before) * 1e-9);
                before = now;
            }
        } catch (IOException | NumberFormatException e) {
            lose();
        }
    }

    private synchronized void add(double more) {
        joules = Double.isNaN(joules) ? more : joules + more;
    }

    private synchronized void lose() {
        joules = Double.NaN;
    }

    @Override
    public synchronized double joules() {
        return joules;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
