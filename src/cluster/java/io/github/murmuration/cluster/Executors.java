package io.github.murmuration.cluster;

import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import scala.Option;

/** Hears from Spark, which makes one of these by its name, of the executors of this application. */
public final class Executors extends SparkListener {

    private static final long SETTLED_MILLISECONDS = 2000;

    /** What they have room for. */
    static final Room ROOM = new Room(SETTLED_MILLISECONDS);

    /** Made by Spark. */
    public Executors() {
        super();
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        Option<ResourceInformation> gpus = added.executorInfo().resourcesInfo().get(Graphics.RESOURCE);
        ROOM.add(
                added.executorId(),
                added.executorInfo().totalCores(),
                gpus.isEmpty() ? 0 : gpus.get().addresses().length);
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        ROOM.remove(removed.executorId());
    }
}
