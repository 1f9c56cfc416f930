/**
 * Backends, which advance a population: their interface, and the choice among them. Each implementation is a package, is found as a service, and
 * does not import another one.
 */
package io.github.murmuration.backend;
