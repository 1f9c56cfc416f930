/** How good generated clouds are: against the number of points and of steps, with branching, and without what points know of each other. */
package io.github.murmuration.study.clouds;
