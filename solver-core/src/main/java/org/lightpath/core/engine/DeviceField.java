package org.lightpath.core.engine;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** A batch of fields in device memory. Only {@code upload} and {@code download} move data. */
public interface DeviceField extends AutoCloseable {
  /** Shape (batch, mode, time). */
  FieldShape shape();

  /** Precision of the samples. */
  Precision precision();

  /**
   * Copies a host field to the device.
   *
   * @throws IllegalArgumentException if shape or precision differ
   */
  void upload(ComplexField source);

  /**
   * Copies the device's samples to a host field.
   *
   * @throws IllegalArgumentException if shape or precision differ
   */
  void download(ComplexField target);

  @Override
  void close();
}
