package org.lightpath.opencl.internal.tuning;

/**
 * What a choice is valid for, apart from the kernel.
 *
 * @param name of the device
 * @param driver its version
 * @param kernels version of the engine: a digest of all its kernels
 */
public record TuningDevice(String name, String driver, String kernels) {}
