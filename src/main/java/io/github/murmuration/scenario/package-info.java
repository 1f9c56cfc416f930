/** What the user asked for: records, YAML, validation. No numerics. Imports no other package of the project. */
package io.github.murmuration.scenario;
