/** Written models as tapes: the averages that a model uses, the step that a scheme makes of its equations, and boundaries. */
package io.github.murmuration.model;
