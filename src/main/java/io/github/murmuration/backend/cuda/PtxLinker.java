package io.github.murmuration.backend.cuda;

import java.nio.charset.StandardCharsets;
import jcuda.Pointer;
import jcuda.driver.CUjitInputType;
import jcuda.driver.CUlinkState;
import jcuda.driver.JCudaDriver;
import jcuda.driver.JITOptions;

/** The driver's compiler: PTX to machine code of the device whose context is current. */
final class PtxLinker {

    private PtxLinker() {}

    /** @throws IllegalStateException the driver refuses, or has no compiler */
    static byte[] compile(String ptx) {
        CUlinkState state = new CUlinkState();
        CudaCheck.ok(JCudaDriver.cuLinkCreate(new JITOptions(), state), "compiler of the driver");
        try {
            byte[] text = (ptx + '\0').getBytes(StandardCharsets.US_ASCII);
            int type = CUjitInputType.CU_JIT_INPUT_PTX;
            int added = JCudaDriver.cuLinkAddData(
                    state, type, Pointer.to(text), text.length, "tape_step", new JITOptions());
            CudaCheck.ok(added, "compiling a tape");
            Pointer image = new Pointer();
            long[] bytes = new long[1];
            CudaCheck.ok(JCudaDriver.cuLinkComplete(state, image, bytes), "linking a tape");
            return read(image, bytes[0]);
        } finally {
            JCudaDriver.cuLinkDestroy(state);
        }
    }

    /** Memory of the driver, which JCuda can copy from alone: by way of the device. */
    private static byte[] read(Pointer image, long bytes) {
        byte[] code = new byte[Math.toIntExact(bytes)];
        try (DeviceBuffer buffer = new DeviceBuffer(bytes)) {
            buffer.put(0, image, bytes);
            buffer.get(0, Pointer.to(code), bytes);
        }
        return code;
    }
}
