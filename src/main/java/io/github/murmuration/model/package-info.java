/** Models that users write, made into tapes: what is averaged, what a scheme makes of the equations, what happens at boundaries. */
package io.github.murmuration.model;
