/**
 * Clouds in files: npy, csv, xyz and ply. What cannot be read is refused in one line that names the file and the place in it. Imports
 * {@code scenario} and {@code file}.
 */
package io.github.murmuration.cloud.file;
