/** What the CPU backends share: blocks of agents in memory, the threads that work on them, and the tree that sums them up. */
package io.github.murmuration.backend.host;
