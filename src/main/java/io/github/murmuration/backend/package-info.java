/**
 * What advances a population: the interface, and the selector. Implementations live in packages of their own, announce
 * themselves as services and never see each other.
 */
package io.github.murmuration.backend;
