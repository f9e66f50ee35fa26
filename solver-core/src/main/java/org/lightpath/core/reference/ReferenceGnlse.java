package org.lightpath.core.reference;

import java.util.Arrays;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;

/** The generalised equation, term by term as {@link GnlsePlan} writes it, on spectra of U. */
final class ReferenceGnlse {
  private final GnlsePlan plan;
  private final Fft fft;
  private final int n;
  private final long[] accepted;
  private final long[] rejected;
  private final double[] powerRe;
  private final double[] powerIm;

  /** A spectrum. */
  private static final class Spectrum {
    private final double[] re;
    private final double[] im;

    Spectrum(int n) {
      re = new double[n];
      im = new double[n];
    }

    void copyFrom(Spectrum other) {
      System.arraycopy(other.re, 0, re, 0, re.length);
      System.arraycopy(other.im, 0, im, 0, im.length);
    }

    void add(double factor, Spectrum other) {
      for (int k = 0; k < re.length; k++) {
        re[k] += factor * other.re[k];
        im[k] += factor * other.im[k];
      }
    }

    double norm() {
      double sum = 0;
      for (int k = 0; k < re.length; k++) {
        sum += re[k] * re[k] + im[k] * im[k];
      }
      return Math.sqrt(sum);
    }
  }

  private final Spectrum u;
  private final Spectrum next;
  private final Spectrum known;
  private final Spectrum v;
  private final Spectrum at;
  private final Spectrum k;
  private final Spectrum last;

  ReferenceGnlse(GnlsePlan plan, Fft fft) {
    this.plan = plan;
    this.fft = fft;
    this.n = plan.shape().samples();
    this.accepted = new long[plan.shape().batch()];
    this.rejected = new long[plan.shape().batch()];
    this.powerRe = new double[n];
    this.powerIm = new double[n];
    this.u = new Spectrum(n);
    this.next = new Spectrum(n);
    this.known = new Spectrum(n);
    this.v = new Spectrum(n);
    this.at = new Spectrum(n);
    this.k = new Spectrum(n);
    this.last = new Spectrum(n);
  }

  StepCounts counts() {
    return new StepCounts(accepted, rejected);
  }

  void propagate(int field, double[] re, double[] im) {
    System.arraycopy(re, 0, u.re, 0, n);
    System.arraycopy(im, 0, u.im, 0, n);
    fft.forward(u.re, u.im);
    evaluate(field, 0, u, known);
    accepted[field] = 0;
    rejected[field] = 0;
    switch (plan.steps()) {
      case GnlseSteps.Planned planned -> {
        double z = 0;
        for (int i = 0; i < planned.steps().steps(); i++) {
          double h = planned.steps().length(i);
          step(field, z, h);
          accept();
          accepted[field]++;
          z += h;
        }
      }
      case GnlseSteps.Adaptive adaptive -> adapt(field, adaptive);
    }
    fft.inverse(u.re, u.im);
    double amplitude = plan.finalAmplitude();
    for (int i = 0; i < n; i++) {
      re[i] = amplitude * u.re[i];
      im[i] = amplitude * u.im[i];
    }
  }

  private void adapt(int field, GnlseSteps.Adaptive control) {
    double tolerance = control.tolerance().value(field);
    double z = 0;
    double h = control.firstStep();
    while (true) {
      boolean end = control.length() - z <= h * GnlseSteps.Adaptive.ALMOST;
      double taken = end ? control.length() - z : h;
      double error = step(field, z, taken);
      if (error <= tolerance) {
        accept();
        accepted[field]++;
        if (end) {
          return;
        }
        z += taken;
      } else {
        rejected[field]++;
      }
      h = taken * GnlseSteps.Adaptive.factor(tolerance, error);
      if (h < control.length() * GnlseSteps.Adaptive.SHORTEST) {
        throw StepLimitException.at(field, z, h, control);
      }
    }
  }

  /** One step from u to next; k₅ stays in k. Returns ε. */
  private double step(int field, double z, double h) {
    v.copyFrom(u);
    disperse(v, h / 2);
    next.copyFrom(v);
    k.copyFrom(known);
    disperse(k, h / 2);
    next.add(h / 6, k);
    stage(v, h / 2);
    evaluate(field, z + h / 2, at, k);
    next.add(h / 3, k);
    stage(v, h / 2);
    evaluate(field, z + h / 2, at, k);
    next.add(h / 3, k);
    stage(v, h);
    disperse(at, h / 2);
    disperse(next, h / 2);
    evaluate(field, z + h, at, last);
    next.add(h / 6, last);
    evaluate(field, z + h, next, k);
    last.add(-1, k);
    double norm = next.norm();
    return norm == 0 ? 0 : h / 10 * last.norm() / norm;
  }

  private void accept() {
    u.copyFrom(next);
    known.copyFrom(k);
  }

  private void stage(Spectrum from, double h) {
    at.copyFrom(from);
    at.add(h, k);
  }

  private void disperse(Spectrum x, double length) {
    for (int i = 0; i < n; i++) {
      double phase = -plan.dispersion().beta(0, i) * length;
      double c = Math.cos(phase);
      double s = Math.sin(phase);
      double re = x.re[i];
      x.re[i] = re * c - x.im[i] * s;
      x.im[i] = re * s + x.im[i] * c;
    }
  }

  /** N(z, x). */
  private void evaluate(int field, double z, Spectrum x, Spectrum result) {
    result.copyFrom(x);
    double[] re = result.re;
    double[] im = result.im;
    fft.inverse(re, im);
    for (int i = 0; i < n; i++) {
      powerRe[i] = re[i] * re[i] + im[i] * im[i];
    }
    if (plan.nonlinearity().delayed()) {
      respond();
    }
    for (int i = 0; i < n; i++) {
      re[i] *= powerRe[i];
      im[i] *= powerRe[i];
    }
    fft.forward(re, im);
    double gamma = plan.gamma(field, z);
    for (int i = 0; i < n; i++) {
      double weight = gamma * plan.nonlinearity().steepening().value(i);
      double real = re[i];
      re[i] = weight * im[i];
      im[i] = -weight * real;
    }
  }

  /** Power convolved with (1 − f_R) δ + f_R h_R. */
  private void respond() {
    Arrays.fill(powerIm, 0);
    fft.forward(powerRe, powerIm);
    for (int i = 0; i < n; i++) {
      double c = plan.nonlinearity().totalRe(i);
      double s = plan.nonlinearity().totalIm(i);
      double re = powerRe[i];
      powerRe[i] = re * c - powerIm[i] * s;
      powerIm[i] = re * s + powerIm[i] * c;
    }
    fft.inverse(powerRe, powerIm);
  }
}
