package io.github.murmuration.sim;

import io.github.murmuration.backend.DivergenceException;
import java.util.Map;

/** A run that an agent stopped by leaving the representable range, with what had been recorded by then. */
public final class FailedRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, MomentSeries> moments;

    FailedRun(DivergenceException cause, Map<String, MomentSeries> moments) {
        super(cause.getMessage(), cause);
        this.moments = moments;
    }

    /** Moments of the whole population up to the last batch of steps that went well, by guidance. */
    public Map<String, MomentSeries> moments() {
        return moments;
    }
}
