package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.backend.cuda.CudaBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which device an executor works with. */
class GraphicsTest {

    private String before;

    @BeforeEach
    void keep() {
        before = System.clearProperty(CudaBackend.DEVICE);
    }

    @AfterEach
    void putBack() {
        System.clearProperty(CudaBackend.DEVICE);
        if (before != null) {
            System.setProperty(CudaBackend.DEVICE, before);
        }
    }

    @Test
    void theAddressIsTheNumberOfTheDevice() {
        Graphics.use("3");
        Graphics.use("3");
        assertEquals("3", System.getProperty(CudaBackend.DEVICE));
    }

    @Test
    void anExecutorWorksWithOneDevice() {
        Graphics.use("0");
        assertEquals(
                "an executor uses one GPU, and this one is to use 0 and 1; set spark.executor.resource.gpu.amount=1",
                assertThrows(UnavailableException.class, () -> Graphics.use("1"))
                        .getMessage());
    }

    @Test
    void anAddressIsANumber() {
        assertEquals(
                "the address of a GPU is GPU-5f2c; let spark.worker.resource.gpu.discoveryScript print numbers of devices",
                assertThrows(UnavailableException.class, () -> Graphics.use("GPU-5f2c"))
                        .getMessage());
    }
}
