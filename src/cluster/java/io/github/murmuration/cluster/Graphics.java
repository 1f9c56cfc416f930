package io.github.murmuration.cluster;

import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.backend.cuda.CudaBackend;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/** The GPU that Spark gives a task: the resource {@code gpu}, whose address is the number of a device. */
final class Graphics {

    static final String RESOURCE = "gpu";

    private Graphics() {}

    /**
     * Has the backend cuda of this process use the device of a task.
     * @throws UnavailableException the address is no number, or the process works with another device already
     */
    static void ofTask(TaskContext context) {
        ResourceInformation given = context.resourcesJMap().get(RESOURCE);
        if (given != null && given.addresses().length > 0) {
            use(given.addresses()[0]);
        }
    }

    /** @throws UnavailableException as above */
    static synchronized void use(String address) {
        if (!address.matches("\\d{1,4}")) {
            throw new UnavailableException("the address of a GPU is " + address
                    + "; let spark.worker.resource.gpu.discoveryScript print numbers of devices");
        }
        String used = System.getProperty(CudaBackend.DEVICE);
        if (used != null && !used.equals(address)) {
            throw new UnavailableException("an executor uses one GPU, and this one is to use " + used + " and "
                    + address + "; set spark.executor.resource.gpu.amount=1");
        }
        System.setProperty(CudaBackend.DEVICE, address);
    }
}
