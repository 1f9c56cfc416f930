/** The study {@code redistribution}: the control energy of sub-populations and coordinates when agents plan around their mean, compared with independent agents. */
package io.github.murmuration.study.redistribution;
