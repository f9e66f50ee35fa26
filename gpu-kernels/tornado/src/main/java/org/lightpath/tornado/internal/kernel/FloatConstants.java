package org.lightpath.tornado.internal.kernel;

/** Constants of the kernels in single precision; {@link DoubleConstants} has the same names. */
final class FloatConstants {
  static final float HALF = 0.5f;
  static final float PI = 3.14159265358979323846f;
  static final float TWO_PI = 6.28318530717958647693f;
  static final float SIN3 = 0.86602540378443864676f;
  static final float COS5_1 = 0.30901699437494742410f;
  static final float COS5_2 = -0.80901699437494742410f;
  static final float SIN5_1 = 0.95105651629515357212f;
  static final float SIN5_2 = 0.58778525229247312917f;
  static final float COS7_1 = 0.62348980185873353053f;
  static final float COS7_2 = -0.22252093395631440429f;
  static final float COS7_3 = -0.90096886790241912624f;
  static final float SIN7_1 = 0.78183148246802980871f;
  static final float SIN7_2 = 0.97492791218182360702f;
  static final float SIN7_3 = 0.43388373911755812048f;

  /** Complex numbers of one of the two buffers of a work-group: 32 KiB in all. */
  static final int CAPACITY = 2048;

  private FloatConstants() {}

  /** A number in this precision. */
  static float of(double x) {
    return (float) x;
  }
}
