/** How processes that advance the parts of a population exchange their messages. May import backend. */
package io.github.murmuration.backend.peers;
