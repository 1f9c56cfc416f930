/**
 * The study {@code chaos}: how fast a population of N agents becomes N independent copies of its limit. Both are advanced from the same
 * starts on the same noise (synchronous coupling), side by side as two guidances of one ensemble.
 */
package io.github.murmuration.study.chaos;
