package io.github.murmuration.study.throughput;

import io.github.murmuration.backend.Backend;

/** What a device takes from its supply. */
interface Power extends AutoCloseable {

    /** Energy that it has taken since this was made; NaN where the machine does not tell. */
    double joules();

    @Override
    default void close() {}

    /** Of the device that a backend works on. */
    static Power of(Backend backend) {
        return backend.sideBySide() ? new ProcessorPower() : new GraphicsPower();
    }
}
