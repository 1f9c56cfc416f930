/** Contents of files, and the reasons, in words, why a file could not be written. Imports no other package of the project. */
package io.github.murmuration.file;
