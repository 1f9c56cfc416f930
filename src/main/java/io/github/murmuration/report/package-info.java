/**
 * The results of a run for the user: summary, tables, arrays, figures and one HTML page. Imports {@code sim}, {@code exact},
 * {@code density} and {@code scenario}; only {@code cli} and {@code study} import it.
 */
package io.github.murmuration.report;
