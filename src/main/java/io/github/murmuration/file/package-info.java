/** What goes into files, and why they could not be written, in words. Imports nothing of this program. */
package io.github.murmuration.file;
