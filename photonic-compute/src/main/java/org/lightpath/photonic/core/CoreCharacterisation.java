package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/**
 * Runs a core on operands over repeated draws and compares with the digital product.
 *
 * @param engine that runs the plans
 * @param draws of each measurement, at least 1
 * @param errorSamples errors kept for histograms, at most
 */
public record CoreCharacterisation(Engine engine, int draws, int errorSamples) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no draw or a negative number of samples
   */
  public CoreCharacterisation {
    if (draws < 1 || errorSamples < 0) {
      throw new IllegalArgumentException(
          "characterisation: %d draws and %d error samples, expected at least 1 and 0"
              .formatted(draws, errorSamples));
    }
  }

  /** What a measurement found. */
  public static final class Result {
    private final CoreDescription description;
    private final CoreQuality quality;
    private final MatmulCounts counts;
    private final double macsPerSecond;
    private final double[] errors;

    private Result(
        CoreDescription description,
        CoreQuality quality,
        MatmulCounts counts,
        double macsPerSecond,
        double[] errors) {
      this.description = description;
      this.quality = quality;
      this.counts = counts;
      this.macsPerSecond = macsPerSecond;
      this.errors = errors;
    }

    /** What the core does. */
    public CoreDescription description() {
      return description;
    }

    /** Error, bias, SNR, bits. */
    public CoreQuality quality() {
      return quality;
    }

    /** What was clipped. */
    public MatmulCounts counts() {
      return counts;
    }

    /** Simulated multiply-accumulates for each second of wall time, downloads included. */
    public double macsPerSecond() {
      return macsPerSecond;
    }

    /** Errors C − C₀ over the root of the signal power, the first ones of the first draws. */
    public double[] relativeErrors() {
      return errors.clone();
    }
  }

  /** Operands spread evenly over [−1, 1], the same for the same seed. */
  public static RealMatrix uniform(MatrixShape shape, Precision precision, long seed, int stream) {
    RealMatrix matrix = RealMatrix.allocate(shape, precision);
    int[] words = new int[4];
    for (long i = 0; i < shape.elements(); i++) {
      Philox.words(seed, stream, 0, i, words);
      matrix.setReal(i, 2 * Philox.uniform(words[0]) - 1);
    }
    return matrix;
  }

  /** Measures with operands spread evenly over their full scales. */
  public Result random(MatrixCore core, ProductRequest request, long seed) {
    try (RealMatrix left = uniform(request.shape().left(), request.precision(), seed, 0);
        RealMatrix right = uniform(request.shape().right(), request.precision(), seed, 1)) {
      return given(core, request.withRange(OperandRange.UNIT), left, right);
    }
  }

  /** Measures with given operands; the request names their scales and statistics. */
  public Result given(MatrixCore core, ProductRequest request, RealMatrix left, RealMatrix right) {
    return given(core.prepare(request), left, right);
  }

  /** Measures a prepared product, for instance a calibrated one. */
  public Result given(PreparedProduct prepared, RealMatrix left, RealMatrix right) {
    double[] exact = digital(prepared.request(), left, right);
    Sums sums = new Sums(exact, Math.min(errorSamples, (long) draws * exact.length));
    try (CoreSession session = new CoreSession(engine, prepared, left, right);
        RealMatrix result =
            RealMatrix.allocate(
                prepared.request().shape().result(), prepared.request().precision())) {
      long nanoseconds = 0;
      for (int draw = 0; draw < draws; draw++) {
        long start = System.nanoTime();
        session.run(draw, result);
        nanoseconds += System.nanoTime() - start;
        sums.add(result.toArray());
      }
      double macs = (double) prepared.request().shape().macs() * draws;
      return new Result(
          prepared.description(),
          sums.quality(),
          session.counts(),
          macs / (Math.max(1, nanoseconds) * 1e-9),
          sums.relativeErrors());
    }
  }

  /**
   * Measures over several light budgets, with the same operands, chip and noise numbers.
   *
   * @param photonsPerMac budgets [photons per MAC]
   */
  public List<Result> sweep(
      MatrixCore core, ProductRequest request, long seed, double... photonsPerMac) {
    List<MatrixCore> cores = new ArrayList<>();
    for (double photons : photonsPerMac) {
      cores.add(core.withLight(core.light().withPhotonsPerMac(photons)));
    }
    return sweep(cores, request, seed);
  }

  /** Measures several cores, for instance one with a parameter changed step by step. */
  public List<Result> sweep(List<? extends MatrixCore> cores, ProductRequest request, long seed) {
    return cores.stream().map(core -> random(core, request, seed)).toList();
  }

  /** A·B on the same engine, without any effect. */
  public double[] digital(ProductRequest request, RealMatrix left, RealMatrix right) {
    MatmulShape shape = request.shape();
    Precision precision = request.precision();
    OperandRange range = request.range();
    // An exact plan clips at its full scales, so they cover the operands here.
    MatmulRun run =
        new MatmulRun(
            Math.max(range.leftScale(), left.largest()),
            Math.max(range.rightScale(), right.largest()),
            0);
    try (DeviceMatrix a = engine.allocate(shape.left(), precision);
        DeviceMatrix b = engine.allocate(shape.right(), precision);
        DeviceMatrix c = engine.allocate(shape.result(), precision);
        RealMatrix result = RealMatrix.allocate(shape.result(), precision);
        MatmulProgram program = engine.compile(MatmulPlan.exact(shape, precision))) {
      a.upload(left);
      b.upload(right);
      program.run(new MatmulOperands(a, b, c), run);
      c.download(result);
      return result.toArray();
    }
  }

  /** Sums over outputs and draws. */
  private static final class Sums {
    private final double[] exact;
    private final double[] errors;
    private long values;
    private double signal;
    private double error;
    private double mean;
    private double signalMean;
    private double product;

    Sums(double[] exact, long kept) {
      this.exact = exact;
      this.errors = new double[Math.toIntExact(kept)];
    }

    void add(double[] measured) {
      for (int i = 0; i < exact.length; i++) {
        double difference = measured[i] - exact[i];
        if (values < errors.length) {
          errors[(int) values] = difference;
        }
        values++;
        signal += exact[i] * exact[i];
        error += difference * difference;
        mean += difference;
        signalMean += exact[i];
        product += measured[i] * exact[i];
      }
    }

    CoreQuality quality() {
      double exactMean = signalMean / values;
      double variance = signal / values - exactMean * exactMean;
      double covariance = product / values - (exactMean + mean / values) * exactMean;
      // Outputs that are all equal have no slope; the one through the origin is left.
      boolean spread = variance > 1e-12 * signal / values;
      return new CoreQuality(
          values,
          signal / values,
          error / values,
          mean / values,
          exactMean,
          spread ? covariance / variance : product / signal);
    }

    double[] relativeErrors() {
      double unit = Math.sqrt(signal / values);
      return Arrays.stream(errors).map(value -> value / unit).toArray();
    }
  }
}
