package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.scenario.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Which entry points of kernels/advance.cu advance a population. */
final class KernelNames {

    private static final int ANY_COMPONENTS = 0;

    /** One launch. @param width guidances it advances on one pass of noise, from first on */
    record Launch(String kernel, int first, int width) {}

    private KernelNames() {}

    static List<Launch> of(EnsembleSpec spec) {
        if (!small(spec)) {
            return List.of(new Launch(any(spec), 0, spec.guidances()));
        }
        List<Launch> launches = new ArrayList<>();
        for (int g = 0; g < spec.guidances(); ) {
            int width = Math.min(widest(spec), spec.guidances() - g);
            launches.add(new Launch(small(spec, width), g, width));
            g += width;
        }
        return launches;
    }

    /** Whether kernels with the state in registers exist for it. */
    static boolean small(EnsembleSpec spec) {
        boolean exact = spec.scheme() == Scheme.EXACT;
        int d = spec.dimension();
        return spec.target().diagonal() && (exact ? (d <= 2 && compiled(spec)) : d <= 2 || d == 4 || d == 8);
    }

    private static boolean compiled(EnsembleSpec spec) {
        int components = spec.target().components();
        return components == 1 || components == 2 || components == 4;
    }

    private static int widest(EnsembleSpec spec) {
        return spec.scheme() != Scheme.EXACT && spec.dimension() <= 2 && compiled(spec) ? 3 : 1;
    }

    private static String small(EnsembleSpec spec, int width) {
        int components = compiled(spec) ? spec.target().components() : ANY_COMPONENTS;
        String name = "advance_d" + spec.dimension() + "_c" + components + "_g" + width;
        return spec.scheme() == Scheme.EXACT ? name + "_exact" : name;
    }

    private static String any(EnsembleSpec spec) {
        String name = spec.target().diagonal() ? "advance_any_diagonal" : "advance_any_rotated";
        return spec.scheme() == Scheme.EXACT ? name + "_exact" : name;
    }
}
