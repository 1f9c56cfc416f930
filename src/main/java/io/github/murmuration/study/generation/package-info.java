/** The clouds that a scenario asks for, made by reverse diffusion, and what they are compared with. */
package io.github.murmuration.study.generation;
