/** Agents that act on each other through population means: rows, and which means are fed into them. Imports {@code scenario}, {@code density} and {@code schedule}. */
package io.github.murmuration.schedule.interaction;
