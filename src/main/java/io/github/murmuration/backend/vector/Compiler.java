package io.github.murmuration.backend.vector;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Whether this Java has the compiler that makes machine instructions of vectors. The interpreter and the quick compiler make objects of
 * them: a hundred times as slow as plain loops.
 */
final class Compiler {

    private Compiler() {}

    /**
     * @param mode as in the system property java.vm.info.
     * @param stopsAt last level of compilation, 4 where nothing was said
     */
    static boolean optimises(String mode, int stopsAt) {
        return !mode.contains("interpreted mode") && !mode.contains("emulated-client") && stopsAt >= 4;
    }

    /** Of this Java. */
    static boolean optimises() {
        return optimises(System.getProperty("java.vm.info", ""), stopsAt());
    }

    /** What the last -XX:TieredStopAtLevel says; runtimes without the module that knows the flags pass for one that says nothing. */
    private static int stopsAt() {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            return 4;
        }
        return Flags.given().stream()
                .filter(flag -> flag.startsWith(Flags.STOP))
                .mapToInt(flag -> Integer.parseInt(flag.substring(Flags.STOP.length())))
                .reduce(4, (before, last) -> last);
    }

    /** Linked only where the module is there. */
    private static final class Flags {

        static final String STOP = "-XX:TieredStopAtLevel=";

        static List<String> given() {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        }
    }
}
