/**
 * What the user asked for: records, YAML, validation. No numerics. Imports {@code expression} alone.
 *
 * <p>The records refuse bad values themselves, with a path relative to their own place in a scenario file; whoever puts
 * one inside another, and at last the reader of the file, prefixes what it knows. So a scenario written in Java and one
 * read from YAML meet the same conditions and the same messages. Arrays are not copied: a record that was built from
 * one shares it, and both sides must leave it alone.
 *
 * <p>{@link io.github.murmuration.scenario.CustomModel} is a model that a user wrote; the classes named Rules say what it may be.
 *
 * <p>{@link io.github.murmuration.scenario.ScenarioReader} and {@link io.github.murmuration.scenario.ScenarioWriter}
 * are the way in and out; {@code YamlTree} finds what is wrong with the text, {@code YamlNode} with one value, the
 * binders turn sections into records.
 */
package io.github.murmuration.scenario;
