package io.github.murmuration.cluster;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.cli.Murmuration;
import java.util.Optional;

/** {@code spark-submit --class io.github.murmuration.cluster.Main murmuration.jar COMMAND ...}: the program, on the executors of a cluster. */
public final class Main {

    private static final int CANNOT = 3;

    private Main() {}

    public static void main(String[] args) {
        System.exit(status(args));
    }

    private static int status(String... args) {
        try {
            Optional<RemoteFolder> folder = RemoteFolder.named(args);
            String[] here = folder.map(remote -> remote.here(args)).orElse(args);
            int status = Murmuration.run(new Driver(new Connection(), folder), here);
            folder.filter(remote -> status == 0).ifPresent(RemoteFolder::leave);
            return status;
        } catch (UnavailableException e) {
            System.err.println("murmuration: " + e.getMessage());
            return CANNOT;
        }
    }
}
