package org.lightpath.tornado.internal.kernel;

/** Constants of the kernels in double precision; {@link FloatConstants} has the same names. */
final class DoubleConstants {
  static final double HALF = 0.5;
  static final double PI = 3.141592653589793;
  static final double TWO_PI = 6.283185307179586;
  static final double SIN3 = 0.8660254037844386;
  static final double COS5_1 = 0.30901699437494745;
  static final double COS5_2 = -0.8090169943749475;
  static final double SIN5_1 = 0.9510565162951535;
  static final double SIN5_2 = 0.5877852522924731;
  static final double COS7_1 = 0.6234898018587335;
  static final double COS7_2 = -0.2225209339563144;
  static final double COS7_3 = -0.9009688679024191;
  static final double SIN7_1 = 0.7818314824680298;
  static final double SIN7_2 = 0.9749279121818236;
  static final double SIN7_3 = 0.4338837391175581;

  /** Complex numbers of one of the two buffers of a work-group: 32 KiB in all. */
  static final int CAPACITY = 1024;

  private DoubleConstants() {}

  /** A number in this precision. */
  static double of(double x) {
    return x;
  }
}
