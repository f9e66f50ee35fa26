package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.opencl.internal.tuning.Tuner;
import org.lightpath.opencl.internal.tuning.TuningDevice;
import org.lightpath.opencl.internal.tuning.TuningStore;

/**
 * What is known of a device before anything is opened on it.
 *
 * @param index number of the device within the engine, from 0
 * @param platform handle of its platform
 * @param device handle
 * @param kind processor class
 * @param name name of the device
 * @param platformName name and version of the platform
 * @param driver version of the driver
 * @param memoryBytes global memory [B]
 * @param allocationBytes largest single buffer [B]
 * @param localBytes local memory of a work-group [B]
 * @param computeUnits compute units
 * @param groupSize largest work-group
 * @param doublePrecision whether it has binary64
 */
public record DeviceInfo(
    int index,
    cl_platform_id platform,
    cl_device_id device,
    Kind kind,
    String name,
    String platformName,
    String driver,
    long memoryBytes,
    long allocationBytes,
    long localBytes,
    int computeUnits,
    int groupSize,
    boolean doublePrecision) {
  /** Classes of processors. */
  public enum Kind {
    /** A GPU. */
    GPU,
    /** Another accelerator. */
    ACCELERATOR,
    /** The host's processor, which the engine {@code cpu} uses better. */
    HOST
  }

  /** Whether its compiler can be told how many registers an item may have. */
  boolean limitsRegisters() {
    return platformName.startsWith("NVIDIA");
  }

  /** Chooses launches, by the choices stored for this device and these kernels. */
  Tuner tuner() {
    TuningDevice device = new TuningDevice(name, driver, LineSource.digest());
    return Tuner.of(new TuningStore(TuningStore.userFolder(), device));
  }

  /** For people and for the run folder. */
  public DeviceDescription describe() {
    List<String> notes = new ArrayList<>();
    notes.add("platform " + platformName);
    notes.add(
        "local memory %d KiB, work-groups of up to %d".formatted(localBytes / 1024, groupSize));
    notes.add(launches());
    if (!doublePrecision) {
      notes.add("no double precision: plans in double need another device or the engine 'cpu'");
    }
    if (kind == Kind.HOST) {
      notes.add("OpenCL on the host's processor: the engine 'cpu' is faster here");
    }
    return new DeviceDescription(
        "opencl",
        index,
        name,
        driver,
        memoryBytes,
        localBytes,
        computeUnits,
        doublePrecision,
        notes);
  }

  /**
   * Where launches come from; what is wrong with the settings, which opening the device refuses.
   */
  private String launches() {
    try {
      return tuner().describe();
    } catch (IllegalArgumentException e) {
      return "launches cannot be chosen: " + e.getMessage();
    }
  }

  /** The same device under another number. */
  DeviceInfo numbered(int number) {
    return new DeviceInfo(
        number,
        platform,
        device,
        kind,
        name,
        platformName,
        driver,
        memoryBytes,
        allocationBytes,
        localBytes,
        computeUnits,
        groupSize,
        doublePrecision);
  }
}
