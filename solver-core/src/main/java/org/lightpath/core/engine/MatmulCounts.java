package org.lightpath.core.engine;

/**
 * Numbers that were out of range and have been clipped, since a program was made.
 *
 * @param runs runs of the program
 * @param leftClipped values of A beyond its full scale
 * @param rightClipped values of B beyond its full scale
 * @param outputClipped readouts beyond the converter's range
 */
public record MatmulCounts(long runs, long leftClipped, long rightClipped, long outputClipped) {}
