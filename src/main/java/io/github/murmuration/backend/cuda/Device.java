package io.github.murmuration.backend.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COOPERATIVE_LAUNCH;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;

import java.nio.charset.StandardCharsets;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * The device that work is given to.
 * @param capability compute capability, 10 major + minor
 * @param cooperative whether the blocks of a launch may wait for each other
 */
record Device(CUdevice handle, String name, int capability, int multiprocessors, boolean cooperative) {

    private static final int NAME_BYTES = 256;

    /** The driver has been initialised and has a device of that number. */
    static Device of(int number) {
        CUdevice handle = new CUdevice();
        CudaCheck.ok(JCudaDriver.cuDeviceGet(handle, number), "device " + number);
        byte[] name = new byte[NAME_BYTES];
        CudaCheck.ok(JCudaDriver.cuDeviceGetName(name, NAME_BYTES, handle), "name of the device");
        int major = attribute(handle, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor = attribute(handle, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        int multiprocessors = attribute(handle, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
        String text = new String(name, StandardCharsets.UTF_8);
        boolean cooperative = attribute(handle, CU_DEVICE_ATTRIBUTE_COOPERATIVE_LAUNCH) != 0;
        return new Device(handle, text.substring(0, text.indexOf(0)), 10 * major + minor, multiprocessors, cooperative);
    }

    /** Whether it is native-test's stand-in, which runs the kernels on the CPU and needs no image of them. */
    boolean emulated() {
        return name.startsWith("Emulated");
    }

    private static int attribute(CUdevice handle, int which) {
        int[] value = new int[1];
        CudaCheck.ok(JCudaDriver.cuDeviceGetAttribute(value, which, handle), "attribute of the device");
        return value[0];
    }
}
