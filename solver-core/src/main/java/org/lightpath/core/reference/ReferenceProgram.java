package org.lightpath.core.reference;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.FieldChecks;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.core.random.Philox;

/** Runs a plan term by term as its formula is written. */
final class ReferenceProgram implements FieldProgram {
  private final FieldPlan plan;
  private final int samples;
  private final Fft fft;
  private final @Nullable ReferenceGnlse gnlse;
  private boolean ran;

  ReferenceProgram(FieldPlan plan) {
    this.plan = plan;
    this.samples = plan.shape().samples();
    this.fft = new Fft(plan instanceof GainNoisePlan || plan instanceof MeshPlan ? 1 : samples);
    this.gnlse = plan instanceof GnlsePlan p ? new ReferenceGnlse(p, fft) : null;
  }

  @Override
  public FieldPlan plan() {
    return plan;
  }

  @Override
  public void run(DeviceField field) {
    FieldChecks.requireFits(plan, field, field instanceof ReferenceField);
    ReferenceField mine = (ReferenceField) field;
    for (int index = 0; index < plan.shape().batch(); index++) {
      switch (plan) {
        case PropagationPlan propagation ->
            propagate(propagation, index, mine.re[index], mine.im[index]);
        case GnlsePlan _ ->
            Objects.requireNonNull(gnlse).propagate(index, mine.re[index][0], mine.im[index][0]);
        case SpectralFilterPlan filter -> filter(filter, mine.re[index], mine.im[index]);
        case GainNoisePlan gain -> amplify(gain, index, mine.re[index], mine.im[index]);
        case TransformPlan transform -> transform(transform, mine.re[index], mine.im[index]);
        case MeshPlan mesh -> pass(mesh, index, mine.re[index], mine.im[index]);
      }
    }
    ran = true;
  }

  @Override
  public Optional<StepCounts> stepCounts() {
    return ran && gnlse != null ? Optional.of(gnlse.counts()) : Optional.empty();
  }

  private void propagate(PropagationPlan p, int field, double[][] re, double[][] im) {
    double[] weights = p.effectiveLengths();
    for (int i = 0; i < p.linearOperations(); i++) {
      for (int mode = 0; mode < re.length; mode++) {
        disperse(p, mode, p.linearLength(i), re[mode], im[mode]);
      }
      if (i < weights.length) {
        rotate(p.nonlinearity(), field, weights[i], re, im);
      }
    }
    double amplitude = p.finalAmplitude();
    for (int mode = 0; mode < re.length; mode++) {
      for (int n = 0; n < samples; n++) {
        re[mode][n] *= amplitude;
        im[mode][n] *= amplitude;
      }
    }
  }

  private void disperse(PropagationPlan p, int mode, double length, double[] re, double[] im) {
    fft.forward(re, im);
    for (int k = 0; k < samples; k++) {
      double phase = -p.dispersion().beta(mode, k) * length;
      multiply(re, im, k, Math.cos(phase), Math.sin(phase));
    }
    fft.inverse(re, im);
  }

  private void rotate(
      KerrNonlinearity kerr, int field, double weight, double[][] re, double[][] im) {
    double coefficient = kerr.gamma(field) * kerr.factor() * weight;
    for (int n = 0; n < samples; n++) {
      double total = 0;
      for (int mode = 0; mode < re.length; mode++) {
        total += power(re[mode][n], im[mode][n]);
      }
      for (int mode = 0; mode < re.length; mode++) {
        double seen =
            switch (kerr) {
              case KerrNonlinearity.Scalar _ -> power(re[mode][n], im[mode][n]);
              case KerrNonlinearity.Manakov _ -> total;
            };
        double phase = -coefficient * seen;
        multiply(re[mode], im[mode], n, Math.cos(phase), Math.sin(phase));
      }
    }
  }

  private void filter(SpectralFilterPlan p, double[][] re, double[][] im) {
    for (int mode = 0; mode < re.length; mode++) {
      fft.forward(re[mode], im[mode]);
      for (int k = 0; k < samples; k++) {
        multiply(re[mode], im[mode], k, p.transfer().re(k), p.transfer().im(k));
      }
      fft.inverse(re[mode], im[mode]);
    }
  }

  private void amplify(GainNoisePlan p, int field, double[][] re, double[][] im) {
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int mode = 0; mode < re.length; mode++) {
      for (int n = 0; n < samples; n++) {
        Philox.complexNormal(p.seeds().seed(field), p.stream(), mode, n, words, normal);
        re[mode][n] = p.amplitudeGain() * re[mode][n] + p.noiseDeviation() * normal[0];
        im[mode][n] = p.amplitudeGain() * im[mode][n] + p.noiseDeviation() * normal[1];
      }
    }
  }

  private void transform(TransformPlan p, double[][] re, double[][] im) {
    for (int mode = 0; mode < re.length; mode++) {
      switch (p.direction()) {
        case FORWARD -> fft.forward(re[mode], im[mode]);
        case INVERSE -> fft.inverse(re[mode], im[mode]);
      }
    }
  }

  private void pass(MeshPlan p, int field, double[][] re, double[][] im) {
    MeshColumns mesh = p.mesh();
    int chip = p.chip(field);
    double[] t = new double[MeshColumns.BLOCK];
    for (int column = 0; column < mesh.columns(); column++) {
      int first = mesh.first(column);
      for (int m = first; m + 1 < mesh.modes(); m += 2) {
        for (int i = 0; i < t.length; i++) {
          t[i] = mesh.block(chip, column, (m - first) / 2, i);
        }
        for (int n = 0; n < samples; n++) {
          double xr = re[m][n];
          double xi = im[m][n];
          double yr = re[m + 1][n];
          double yi = im[m + 1][n];
          re[m][n] = t[0] * xr - t[1] * xi + t[2] * yr - t[3] * yi;
          im[m][n] = t[0] * xi + t[1] * xr + t[2] * yi + t[3] * yr;
          re[m + 1][n] = t[4] * xr - t[5] * xi + t[6] * yr - t[7] * yi;
          im[m + 1][n] = t[4] * xi + t[5] * xr + t[6] * yi + t[7] * yr;
        }
      }
    }
    for (int m = 0; m < mesh.modes(); m++) {
      for (int n = 0; n < samples; n++) {
        multiply(re[m], im[m], n, mesh.screenRe(chip, m), mesh.screenIm(chip, m));
      }
    }
  }

  private static double power(double re, double im) {
    return re * re + im * im;
  }

  private static void multiply(double[] re, double[] im, int i, double c, double s) {
    double x = re[i];
    re[i] = x * c - im[i] * s;
    im[i] = x * s + im[i] * c;
  }

  @Override
  public void close() {}
}
