package io.github.murmuration.backend.cuda;

import jcuda.driver.CUresult;

/** Turns results of the driver into exceptions. */
final class CudaCheck {

    private CudaCheck() {}

    /** @throws IllegalStateException the driver refused, with its name for the reason */
    static void ok(int result, String what) {
        if (result != CUresult.CUDA_SUCCESS) {
            throw new IllegalStateException("cuda: " + what + ": " + CUresult.stringFor(result));
        }
    }
}
