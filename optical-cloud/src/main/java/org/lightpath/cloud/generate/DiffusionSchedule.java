package org.lightpath.cloud.generate;

/**
 * Noise of a diffusion model: x_t = √ᾱ_t x₀ + √(1 − ᾱ_t) ε, and the time steps a sampler visits.
 *
 * @param alphaBar ᾱ by time step, falling, in (0, 1]
 * @param timesteps that are visited, falling
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record DiffusionSchedule(double[] alphaBar, int[] timesteps) {
  /** Offset s of the cosine schedule (Nichol and Dhariwal, ICML 2021, section 3.2). */
  private static final double OFFSET = 0.008;

  /** Largest β of a step (the same section). */
  private static final double LARGEST_BETA = 0.999;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if ᾱ leaves (0, 1], or a time step does not exist or does not
   *     fall
   */
  public DiffusionSchedule {
    alphaBar = alphaBar.clone();
    timesteps = timesteps.clone();
    for (int t = 0; t < alphaBar.length; t++) {
      if (!(alphaBar[t] > 0 && alphaBar[t] <= 1)) {
        throw new IllegalArgumentException(
            "alpha bar is %s at step %d, expected within (0, 1]".formatted(alphaBar[t], t));
      }
    }
    if (timesteps.length == 0) {
      throw new IllegalArgumentException("no time steps: name at least one");
    }
    int before = alphaBar.length;
    for (int t : timesteps) {
      if (t < 0 || t >= before) {
        throw new IllegalArgumentException(
            "time step %d after %d: steps must fall and lie from 0 to %d"
                .formatted(t, before, alphaBar.length - 1));
      }
      before = t;
    }
  }

  /**
   * The cosine schedule of Nichol and Dhariwal: ᾱ_t = Π (1 − β_i), β_i = 1 − f(i + 1)/f(i) but at
   * most 0.999, f(i) = cos²(π/2 · (i/T + s)/(1 + s)), s = 0.008; visited at evenly spaced steps
   * from T − 1 to 0, halves rounded to even.
   *
   * @param trained T, time steps of the training
   * @param visited steps of the sampler, from 2 to T
   */
  public static DiffusionSchedule cosine(int trained, int visited) {
    if (visited < 2 || visited > trained) {
      throw new IllegalArgumentException(
          "%d sampler steps of %d trained ones: expected from 2 to %d"
              .formatted(visited, trained, trained));
    }
    double[] alphaBar = new double[trained];
    double product = 1;
    for (int i = 0; i < trained; i++) {
      double beta =
          Math.min(1 - squaredCosine(i + 1, trained) / squaredCosine(i, trained), LARGEST_BETA);
      product *= 1 - beta;
      alphaBar[i] = product;
    }
    int[] timesteps = new int[visited];
    for (int k = 0; k < visited; k++) {
      timesteps[visited - 1 - k] = (int) Math.rint((double) (trained - 1) * k / (visited - 1));
    }
    return new DiffusionSchedule(alphaBar, timesteps);
  }

  private static double squaredCosine(int step, double trained) {
    double c = Math.cos((step / trained + OFFSET) / (1 + OFFSET) * Math.PI / 2);
    return c * c;
  }

  /** Number of steps visited. */
  public int steps() {
    return timesteps.length;
  }

  /** ᾱ of a visited step, counted from 0; 1 after the last. */
  double alphaBarOfVisit(int visit) {
    return visit == timesteps.length ? 1 : alphaBar[timesteps[visit]];
  }
}
