/** Threads that share out work: one crew of the number of threads asked for, and no thread besides. Imports nothing of this program. */
package io.github.murmuration.crew;
