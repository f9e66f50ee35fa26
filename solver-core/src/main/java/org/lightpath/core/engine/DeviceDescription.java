package org.lightpath.core.engine;

import java.util.List;

/**
 * What an engine runs on, for people and for the run folder.
 *
 * @param engine name of the engine, as given on the command line
 * @param index number of the device within the engine, from 0
 * @param name name of the device
 * @param driver driver or runtime with its version
 * @param memoryBytes memory that fields may use [B]
 * @param localMemoryBytes memory of a work-group or first-level cache of a core [B]; 0 if unknown
 * @param computeUnits cores or compute units
 * @param doublePrecision whether double precision is supported
 * @param notes anything that limits speed or precision, and what to do about it
 */
public record DeviceDescription(
    String engine,
    int index,
    String name,
    String driver,
    long memoryBytes,
    long localMemoryBytes,
    int computeUnits,
    boolean doublePrecision,
    List<String> notes) {
  /** Copies the notes. */
  public DeviceDescription {
    notes = List.copyOf(notes);
  }
}
