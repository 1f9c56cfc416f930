package io.github.murmuration.study.redistribution;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/** A mean over replicas and its standard error; of differences within replicas, whose common noise cancels. */
record Paired(double value, double error) {

    static Paired of(List<Replica> replicas, ToDoubleFunction<Replica> statistic) {
        StreamingStatistics values = new StreamingStatistics();
        replicas.forEach(replica -> values.addValue(statistic.applyAsDouble(replica)));
        return new Paired(values.getMean(), values.getStandardDeviation() / Math.sqrt(values.getN()));
    }
}
