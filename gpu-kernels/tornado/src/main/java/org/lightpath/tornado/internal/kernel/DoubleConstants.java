package org.lightpath.tornado.internal.kernel;

/** Constants of the kernels in double precision; {@link FloatConstants} has the same names. */
final class DoubleConstants {
  static final double HALF = 0.5;
  static final double PI = 3.14159265358979323846;
  static final double TWO_PI = 6.28318530717958647693;
  static final double SIN3 = 0.86602540378443864676;
  static final double COS5_1 = 0.30901699437494742410;
  static final double COS5_2 = -0.80901699437494742410;
  static final double SIN5_1 = 0.95105651629515357212;
  static final double SIN5_2 = 0.58778525229247312917;
  static final double COS7_1 = 0.62348980185873353053;
  static final double COS7_2 = -0.22252093395631440429;
  static final double COS7_3 = -0.90096886790241912624;
  static final double SIN7_1 = 0.78183148246802980871;
  static final double SIN7_2 = 0.97492791218182360702;
  static final double SIN7_3 = 0.43388373911755812048;

  /** Complex numbers of one of the two buffers of a work-group: 32 KiB in all. */
  static final int CAPACITY = 1024;

  private DoubleConstants() {}

  /** A number in this precision. */
  static double of(double x) {
    return x;
  }
}
