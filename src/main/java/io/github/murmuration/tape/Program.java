package io.github.murmuration.tape;

import java.util.List;

/**
 * A graph that is ready to run: values of time, then the tape of the replica, then that of the agent.
 *
 * @param agent once per agent; reads SHARED i, output i of the replica's tape
 * @param replica once per replica
 * @param times TIME i is the i-th
 */
public record Program(Tape agent, Tape replica, List<TimeValue> times) {}
