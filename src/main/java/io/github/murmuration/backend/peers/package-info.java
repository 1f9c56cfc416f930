/** The exchange of messages between processes that advance the parts of a population. May import backend. */
package io.github.murmuration.backend.peers;
