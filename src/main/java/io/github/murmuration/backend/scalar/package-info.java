/** The reference backend: obvious loops, one agent at a time. Never optimised; every other backend must give its bits. */
package io.github.murmuration.backend.scalar;
