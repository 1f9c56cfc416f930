package io.github.murmuration.schedule;

/**
 * A population mean that is fed into the rows while they are used: before step k, row[entry] += gain dt_k mean of the coordinate
 * over all agents at the beginning of the step. dt_k is row[DT].
 *
 * @param entry position in a row
 * @param coordinate whose mean
 */
public record Feed(int entry, int coordinate, double gain) {}
