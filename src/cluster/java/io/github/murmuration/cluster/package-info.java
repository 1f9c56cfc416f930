/**
 * The program as an application of Apache Spark: cases of studies and sweeps are tasks of a cluster. Nothing here schedules, retries or
 * moves data; Spark does. Imports {@code org.apache.spark}, {@code scala} and {@code org.apache.hadoop}, which nothing else does, and
 * {@code cli}, {@code study} and {@code backend}. It is compiled on the class path, by itself.
 */
package io.github.murmuration.cluster;
