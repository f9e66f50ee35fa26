package org.lightpath.cli.bench;

import java.util.List;
import java.util.Optional;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.FloatFFT_1D;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/** JTransforms with {@code Math.sin} and {@code Math.cos}: split step as one writes it in Java. */
final class JTransformsContender implements FieldContender {
  private final Contender host;

  /**
   * The peer.
   *
   * @param host measures what one core can do
   */
  JTransformsContender(Contender host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "JTransforms";
  }

  @Override
  public String detail() {
    return "Math.sin/cos rotation";
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public boolean onHost() {
    return true;
  }

  @Override
  public boolean supports(StepCase c) {
    return true;
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return host.ceilings(precision, workingSetBytes);
  }

  @Override
  public Prepared prepare(PropagationPlan plan) {
    return prepare(List.of(plan));
  }

  @Override
  public Prepared prepare(List<FieldPlan> plans) {
    PropagationPlan plan = PlainStretch.of(name(), plans);
    ConcurrencyUtils.setNumberOfThreads(1);
    return plan.precision() == Precision.SINGLE
        ? new SinglePrecision(plan)
        : new DoublePrecision(plan);
  }

  @Override
  public void close() {}

  /** Heap arrays of both precisions have the same life. */
  private abstract static class Base implements Prepared {
    final PropagationPlan plan;
    final int samples;
    final int modes;
    final double[] coefficients;

    Base(PropagationPlan plan) {
      this.plan = plan;
      this.samples = plan.shape().samples();
      this.modes = plan.shape().modes();
      this.coefficients = PlainStretch.coefficients(plan);
    }

    @Override
    public void run() {
      int steps = plan.steps().steps();
      for (int b = 0; b < plan.shape().batch(); b++) {
        disperse(b, true);
        for (int s = 0; s < steps; s++) {
          rotate(b, coefficients[s]);
          disperse(b, s == steps - 1);
        }
      }
    }

    /** Both polarisations of a field. */
    private void disperse(int field, boolean outer) {
      for (int m = 0; m < modes; m++) {
        disperseMode(field * modes + m, outer);
      }
    }

    /** Index of a mode among all modes of the batch. */
    abstract void disperseMode(int mode, boolean outer);

    abstract void rotate(int field, double coefficient);

    @Override
    public long memoryBytes() {
      return (plan.shape().elements() + 2L * samples) * plan.precision().complexBytes();
    }

    @Override
    public void close() {}
  }

  /** Single precision. */
  private static final class SinglePrecision extends Base {
    private final FloatFFT_1D fft;
    private final float[][] fields;
    private final float[] half;
    private final float[] full;

    SinglePrecision(PropagationPlan plan) {
      super(plan);
      fft = new FloatFFT_1D(samples);
      fields = new float[plan.shape().batch() * modes][2 * samples];
      half = LinearTables.single(LinearTables.table(plan, 0));
      full = LinearTables.single(LinearTables.inner(plan));
    }

    @Override
    void disperseMode(int mode, boolean outer) {
      float[] a = fields[mode];
      float[] h = outer ? half : full;
      fft.complexForward(a);
      for (int i = 0; i < a.length; i += 2) {
        float re = a[i];
        a[i] = re * h[i] - a[i + 1] * h[i + 1];
        a[i + 1] = re * h[i + 1] + a[i + 1] * h[i];
      }
      fft.complexInverse(a, false);
    }

    @Override
    void rotate(int field, double coefficient) {
      float[] a = fields[field * modes];
      float[] b = fields[field * modes + modes - 1];
      for (int i = 0; i < a.length; i += 2) {
        double power = a[i] * a[i] + a[i + 1] * a[i + 1];
        if (modes > 1) {
          power += b[i] * b[i] + b[i + 1] * b[i + 1];
        }
        double phase = -coefficient * power;
        float c = (float) Math.cos(phase);
        float s = (float) Math.sin(phase);
        turn(a, i, c, s);
        if (modes > 1) {
          turn(b, i, c, s);
        }
      }
    }

    private static void turn(float[] a, int i, float c, float s) {
      float re = a[i];
      a[i] = re * c - a[i + 1] * s;
      a[i + 1] = re * s + a[i + 1] * c;
    }

    @Override
    public void load(ComplexField input) {
      for (int b = 0; b < fields.length; b++) {
        for (int i = 0; i < 2 * samples; i++) {
          fields[b][i] = (float) input.real(2L * b * samples + i);
        }
      }
    }

    @Override
    public void store(ComplexField output) {
      for (int b = 0; b < fields.length; b++) {
        for (int i = 0; i < 2 * samples; i++) {
          output.setReal(2L * b * samples + i, fields[b][i]);
        }
      }
    }
  }

  /** Double precision. */
  private static final class DoublePrecision extends Base {
    private final DoubleFFT_1D fft;
    private final double[][] fields;
    private final double[] half;
    private final double[] full;

    DoublePrecision(PropagationPlan plan) {
      super(plan);
      fft = new DoubleFFT_1D(samples);
      fields = new double[plan.shape().batch() * modes][2 * samples];
      half = LinearTables.table(plan, 0);
      full = LinearTables.inner(plan);
    }

    @Override
    void disperseMode(int mode, boolean outer) {
      double[] a = fields[mode];
      double[] h = outer ? half : full;
      fft.complexForward(a);
      for (int i = 0; i < a.length; i += 2) {
        double re = a[i];
        a[i] = re * h[i] - a[i + 1] * h[i + 1];
        a[i + 1] = re * h[i + 1] + a[i + 1] * h[i];
      }
      fft.complexInverse(a, false);
    }

    @Override
    void rotate(int field, double coefficient) {
      double[] a = fields[field * modes];
      double[] b = fields[field * modes + modes - 1];
      for (int i = 0; i < a.length; i += 2) {
        double power = a[i] * a[i] + a[i + 1] * a[i + 1];
        if (modes > 1) {
          power += b[i] * b[i] + b[i + 1] * b[i + 1];
        }
        double phase = -coefficient * power;
        double c = Math.cos(phase);
        double s = Math.sin(phase);
        turn(a, i, c, s);
        if (modes > 1) {
          turn(b, i, c, s);
        }
      }
    }

    private static void turn(double[] a, int i, double c, double s) {
      double re = a[i];
      a[i] = re * c - a[i + 1] * s;
      a[i + 1] = re * s + a[i + 1] * c;
    }

    @Override
    public void load(ComplexField input) {
      for (int b = 0; b < fields.length; b++) {
        for (int i = 0; i < 2 * samples; i++) {
          fields[b][i] = input.real(2L * b * samples + i);
        }
      }
    }

    @Override
    public void store(ComplexField output) {
      for (int b = 0; b < fields.length; b++) {
        for (int i = 0; i < 2 * samples; i++) {
          output.setReal(2L * b * samples + i, fields[b][i]);
        }
      }
    }
  }
}
