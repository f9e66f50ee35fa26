package org.lightpath.core.engine;

/**
 * What one run of a program costs at least, counted from its kernels.
 *
 * <p>The floor of its time is the largest of bytes / memory bandwidth, local bytes / local-memory
 * bandwidth and flops / peak: a share of one means that nothing but the device is in the way.
 *
 * @param launches kernels enqueued
 * @param fieldBytes bytes of fields read and written [B]
 * @param tableBytes bytes of tables read, each once a launch however many fields share it [B]
 * @param localBytes bytes written to and read from local memory [B]
 * @param flops operations; a product of two complex numbers in fused operations counts 8
 */
public record ProgramCost(
    long launches, double fieldBytes, double tableBytes, double localBytes, double flops) {
  /** What limits a run. */
  public enum Bound {
    /** Bandwidth of the device's memory. */
    MEMORY,
    /** Bandwidth of local memory. */
    LOCAL,
    /** Arithmetic. */
    ARITHMETIC
  }

  /** Bytes through the device's memory [B]. */
  public double deviceBytes() {
    return fieldBytes + tableBytes;
  }

  /** Both, one after the other or side by side. */
  public ProgramCost plus(ProgramCost other) {
    return new ProgramCost(
        launches + other.launches,
        fieldBytes + other.fieldBytes,
        tableBytes + other.tableBytes,
        localBytes + other.localBytes,
        flops + other.flops);
  }

  /** Least time of a run on a device [s]. */
  public double floorSeconds(DeviceCeilings ceilings) {
    return Math.max(
        deviceBytes() / ceilings.memoryBytesPerSecond(),
        Math.max(localBytes / ceilings.localBytesPerSecond(), flops / ceilings.flopsPerSecond()));
  }

  /** What sets the floor. */
  public Bound boundBy(DeviceCeilings ceilings) {
    double floor = floorSeconds(ceilings);
    if (deviceBytes() / ceilings.memoryBytesPerSecond() == floor) {
      return Bound.MEMORY;
    }
    return localBytes / ceilings.localBytesPerSecond() == floor ? Bound.LOCAL : Bound.ARITHMETIC;
  }
}
