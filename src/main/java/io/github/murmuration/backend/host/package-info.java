/** Common code of the CPU backends: blocks of agents in memory, the threads that work on them, and the tree of sums. */
package io.github.murmuration.backend.host;
