/**
 * The language of models: a text becomes a tree, or is refused with one line and a caret under the place; trees have
 * values in float64 and derivatives. Imports no other package of the project.
 */
package io.github.murmuration.expression;
