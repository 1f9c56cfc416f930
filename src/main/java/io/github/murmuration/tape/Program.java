package io.github.murmuration.tape;

import java.util.List;

/**
 * A graph that is ready to run: values of time, then the tape of the replica, then that of pairs, then that of the agent.
 *
 * @param agent once per agent; reads SHARED i, output i of the replica's tape, and PAIR f, the mean of output f of the tape of pairs
 * @param pair once per agent and partner; reads SHARED i. The agent is STATE, MARK and LABEL, the partner OTHER_STATE and so on
 * @param replica once per replica
 * @param times TIME i is the i-th
 */
public record Program(Tape agent, Tape pair, Tape replica, List<TimeValue> times) {}
