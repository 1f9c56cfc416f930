package io.github.murmuration.cluster;

import io.github.murmuration.cli.Murmuration;

/** {@code spark-submit --class io.github.murmuration.cluster.Main murmuration.jar COMMAND ...}: the program, on the executors of a cluster. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Murmuration.run(new Driver(new Connection()), args));
    }
}
