package org.lightpath.tornado.internal.kernel;

/** Constants of the kernels in single precision; {@link DoubleConstants} has the same names. */
final class FloatConstants {
  static final float HALF = 0.5f;
  static final float PI = 3.1415927f;
  static final float TWO_PI = 6.2831855f;
  static final float SIN3 = 0.8660254f;
  static final float COS5_1 = 0.309017f;
  static final float COS5_2 = -0.809017f;
  static final float SIN5_1 = 0.95105654f;
  static final float SIN5_2 = 0.58778524f;
  static final float COS7_1 = 0.6234898f;
  static final float COS7_2 = -0.22252093f;
  static final float COS7_3 = -0.90096885f;
  static final float SIN7_1 = 0.7818315f;
  static final float SIN7_2 = 0.9749279f;
  static final float SIN7_3 = 0.43388373f;

  /** Complex numbers of one of the two buffers of a work-group: 32 KiB in all. */
  static final int CAPACITY = 2048;

  private FloatConstants() {}

  /** A number in this precision. */
  static float of(double x) {
    return (float) x;
  }
}
