/**
 * One NVIDIA GPU through the driver API: the kernels of {@code kernels/}, many steps per launch, or graphs of single steps where means
 * feed back; the bits of the reference. The only package that imports {@code jcuda}. Device arrays of agents are [copies][d][padded to
 * whole tiles].
 */
package io.github.murmuration.backend.cuda;
