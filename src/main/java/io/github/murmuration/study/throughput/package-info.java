/** Study {@code throughput}: agent-steps per second of every backend, and the peak rates of the machine. */
package io.github.murmuration.study.throughput;
