/** Elementary functions in float32 that give the same bits on every device. Imports no other package of the project. */
package io.github.murmuration.arithmetic;
