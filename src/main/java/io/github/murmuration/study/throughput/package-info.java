/** Study {@code throughput}: agent-steps per second of every backend, beside the most that the machine does. */
package io.github.murmuration.study.throughput;
