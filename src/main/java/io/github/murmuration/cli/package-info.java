/** Command line: parse, call, print. No numerics. */
package io.github.murmuration.cli;
