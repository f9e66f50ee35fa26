package org.lightpath.aparapi.internal;

import com.aparapi.Kernel;

/**
 * What all kernels have in common: data move when they are told to. Aparapi gives each kernel a
 * context of its own, so kernels share no device memory.
 */
abstract class DeviceKernel extends Kernel {
  /** Sends an array to the device with the next launch. */
  abstract void send(Reals data);

  /** Copies an array back from the device, now. */
  abstract void fetch(Reals data);
}
