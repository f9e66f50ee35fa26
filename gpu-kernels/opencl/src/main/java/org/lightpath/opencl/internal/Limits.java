package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;

/**
 * What one work-group may use.
 *
 * @param group work-items
 * @param localBytes local memory [B]
 * @param realBytes bytes of a real number
 * @param sampleBytes bytes of samples an item may keep in registers
 */
record Limits(int group, long localBytes, int realBytes, int sampleBytes) {
  /** Local memory that leaves room for several groups on most GPUs; some drivers offer no more. */
  private static final long LOCAL_BYTES = 48 * 1024;

  /**
   * Bytes of samples an item may keep in registers: with more than 64 of 32 bits it would spill.
   */
  private static final int SAMPLE_BYTES = 256;

  /** More samples to an item of a processor take its compiler long to unroll [B]. */
  private static final int PROCESSOR_BYTES = 4 * SAMPLE_BYTES;

  /** Limits of a device. */
  static Limits of(DeviceInfo device, Precision precision) {
    return new Limits(
        device.groupSize(), Math.min(LOCAL_BYTES, device.localBytes()), precision.realBytes());
  }

  Limits(int group, long localBytes, int realBytes) {
    this(group, localBytes, realBytes, SAMPLE_BYTES);
  }

  /** The same with twice the samples to an item, for what could not run otherwise. */
  Limits crowded() {
    return new Limits(group, localBytes, realBytes, 2 * SAMPLE_BYTES);
  }

  /** The same for processors, which keep the samples of an item in memory anyway. */
  Limits unregistered() {
    return new Limits(group, localBytes, realBytes, PROCESSOR_BYTES);
  }

  /** The same with smaller groups. */
  Limits withGroup(int items) {
    return new Limits(Math.min(group, items), localBytes, realBytes, sampleBytes);
  }

  /** Complex samples an item may hold. */
  int samples() {
    return sampleBytes / (2 * realBytes);
  }
}
