package org.lightpath.aparapi.internal;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.field.Precision;

/**
 * An array here and its copy on the device, and which of them is newer.
 *
 * <p>Aparapi makes a buffer anew from the Java array whenever the collector has moved the array
 * since the last launch, and loses what kernels had written. So the copy is fetched back before a
 * launch if the collector has run, and the number behind the data is a stamp: 1 in what is sent and
 * on the device, 0 here while the device is newer. A buffer made from an array that was out of date
 * shows by its stamp.
 */
final class Mirror {
  private final Reals data;
  private final int stamp;
  private @Nullable Slot newer;
  private long version;

  Mirror(Precision precision, long length) {
    this.data = Reals.allocate(precision, length + 1);
    this.stamp = data.length() - 1;
    data.set(stamp, 1);
  }

  Reals data() {
    return data;
  }

  /** Numbers from outside: whatever was on the device is out of date. */
  void write(MemorySegment source) {
    newer = null;
    version++;
    data.read(source);
    data.set(stamp, 1);
  }

  /** The numbers, from the device if it has newer ones. */
  void read(MemorySegment target) {
    bringBack();
    data.write(target);
  }

  /** Changes with the numbers. */
  long version() {
    return version;
  }

  /** Whether this kernel's device memory has the newest numbers. */
  @SuppressWarnings("ReferenceEquality") // the slot itself
  boolean isNewestIn(Slot slot) {
    return newer == slot;
  }

  /** A kernel has written. */
  void written(Slot slot) {
    newer = slot;
    version++;
    data.set(stamp, 0);
  }

  /**
   * Makes the array the newest copy.
   *
   * @throws DeviceFailedException if the device's copy was lost
   */
  void bringBack() {
    if (newer == null) {
      return;
    }
    newer.fetch(data);
    newer = null;
    if (data.get(stamp) != 1) {
      throw new DeviceFailedException(
          "engine 'aparapi': the garbage collector moved an array while a launch began, and Aparapi"
              + " has lost what was on the device; run again, with fewer objects made meanwhile",
          new IllegalStateException("stamp is " + data.get(stamp)));
    }
  }

  /** The same numbers in another array. */
  Mirror copy() {
    bringBack();
    Mirror copy = new Mirror(data.precision(), stamp);
    for (int i = 0; i < stamp; i++) {
      copy.data.set(i, data.get(i));
    }
    return copy;
  }

  void close() {
    newer = null;
  }
}
