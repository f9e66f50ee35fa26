package org.lightpath.cli.bench;

/**
 * One measured row.
 *
 * @param contender who ran
 * @param detail on what, how
 * @param precision {@code single} or {@code double}
 * @param samples N
 * @param batch fields
 * @param threads host threads
 * @param stepSeconds time of one step of the whole batch [s], median of the repetitions
 * @param deviationSeconds standard deviation of it over the repetitions [s]
 * @param samplesPerSecond samples advanced by one step, a second
 * @param relativeError relative L2 error against the double-precision reference after the steps of
 *     the error run
 * @param errorSteps steps of the error run
 * @param rooflineShare floor over time; see {@link Ceilings}
 * @param memoryBytes fields, tables and scratch [B]; 0 if unknown
 */
public record BenchRow(
    String contender,
    String detail,
    String precision,
    int samples,
    int batch,
    int threads,
    double stepSeconds,
    double deviationSeconds,
    double samplesPerSecond,
    double relativeError,
    int errorSteps,
    double rooflineShare,
    long memoryBytes) {}
