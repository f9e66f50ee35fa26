package org.lightpath.core.engine;

import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

/**
 * A batch of real matrices in device memory. Only {@code upload} and {@code download} move data.
 */
public interface DeviceMatrix extends AutoCloseable {
  /** Shape (batch, row, column). */
  MatrixShape shape();

  /** Precision of the numbers. */
  Precision precision();

  /**
   * Copies host matrices to the device.
   *
   * @throws IllegalArgumentException if shape or precision differ
   */
  void upload(RealMatrix source);

  /**
   * Copies the device's numbers to host matrices.
   *
   * @throws IllegalArgumentException if shape or precision differ
   */
  void download(RealMatrix target);

  @Override
  void close();
}
