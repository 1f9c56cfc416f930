/** Which sub-populations and which coordinates do the work when agents plan around their mean, against agents by themselves. */
package io.github.murmuration.study.redistribution;
