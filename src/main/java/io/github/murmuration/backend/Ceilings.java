package io.github.murmuration.backend;

/**
 * Peak rates of a device, as measured.
 *
 * @param copy bytes per second, read and written, of copies between arrays that fit in no cache
 * @param multiplyAdds fused multiply-adds of float32 numbers per second
 * @param products 64-bit products of 32-bit whole numbers per second
 */
public record Ceilings(double copy, double multiplyAdds, double products) {}
