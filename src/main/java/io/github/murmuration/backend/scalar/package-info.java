/** The reference backend: plain loops, one agent at a time. It is never optimised; every other backend must give its bits. */
package io.github.murmuration.backend.scalar;
