/**
 * Scenarios: records, YAML, validation. No numerics. Imports {@code expression} alone.
 *
 * <p>The constructors of the records refuse bad values. A message begins with the path of the value inside its record; a record that contains
 * another one, and the reader of the file, add the beginning of the path. So a scenario in Java and one in YAML are subject to the same conditions
 * and give the same messages. Arrays are not copied: a record shares the array that it is built from, and neither side may change it.
 *
 * <p>{@link io.github.murmuration.scenario.CustomModel} is a model that a user wrote; the classes named Rules say what it may be.
 *
 * <p>{@link io.github.murmuration.scenario.ScenarioReader} and {@link io.github.murmuration.scenario.ScenarioWriter}
 * read and write scenario files; {@code YamlTree} reports errors of the text, {@code YamlNode} errors of one value, and the
 * binders make records of sections.
 */
package io.github.murmuration.scenario;
