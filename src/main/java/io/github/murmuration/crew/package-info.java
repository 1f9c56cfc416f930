/** Threads that share work: one crew with the requested number of threads; the program starts no other threads for work. Imports no other package of the project. */
package io.github.murmuration.crew;
