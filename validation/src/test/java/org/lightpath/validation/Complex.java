package org.lightpath.validation;

/** A complex number, enough of one to write closed forms down as they are printed. */
record Complex(double re, double im) {
  static final Complex ZERO = new Complex(0, 0);

  static Complex real(double x) {
    return new Complex(x, 0);
  }

  /** r e^(jφ). */
  static Complex polar(double r, double phi) {
    return new Complex(r * Math.cos(phi), r * Math.sin(phi));
  }

  Complex plus(Complex that) {
    return new Complex(re + that.re, im + that.im);
  }

  Complex minus(Complex that) {
    return new Complex(re - that.re, im - that.im);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  Complex times(Complex that) {
    return new Complex(re * that.re - im * that.im, re * that.im + im * that.re);
  }

  Complex over(Complex that) {
    double norm = that.re * that.re + that.im * that.im;
    return times(that.conjugate()).times(1 / norm);
  }

  Complex conjugate() {
    return new Complex(re, -im);
  }

  /** Principal square root. */
  Complex sqrt() {
    return polar(Math.sqrt(abs()), argument() / 2);
  }

  Complex exp() {
    return polar(Math.exp(re), im);
  }

  double abs() {
    return Math.hypot(re, im);
  }

  double power() {
    return re * re + im * im;
  }

  double argument() {
    return Math.atan2(im, re);
  }
}
