package org.lightpath.cloud.generate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Tensor;

/**
 * Deterministic sampler of a diffusion model that foretells the noise (DDIM, Song, Meng, Ermon,
 * ICLR 2021, equation 12 with η = 0). With ε = model(x, t, y) and ᾱ of this and ᾱ' of the next
 * step,
 *
 * <p>x₀ = clamp((x − √(1 − ᾱ) ε)/√ᾱ, −1, 1), ε' = (x − √ᾱ x₀)/√(1 − ᾱ), x ← √ᾱ' x₀ + √(1 − ᾱ') ε'
 *
 * <p>The last step goes to ᾱ' = 1, so its x is x₀. Arithmetic is in double, x in binary32. Inputs
 * of the model are x, t (real) and y (whole numbers), its output is eps. Batch b takes the runs
 * b·steps to (b + 1)·steps − 1.
 *
 * @param schedule noise and time steps
 * @param size of the images, in [−1, 1]
 * @param classes number of classes; they take turns
 */
public record DdimSampler(DiffusionSchedule schedule, ImageBatch.Size size, int classes)
    implements ImageGenerator {
  /**
   * Checks the classes.
   *
   * @throws IllegalArgumentException if there are none
   */
  public DdimSampler {
    if (classes < 1) {
      throw new IllegalArgumentException("%d classes, expected at least 1".formatted(classes));
    }
  }

  @Override
  public Generation.Images generate(ModelRunner model, ImageRequest request) {
    float[] noise = Latents.normals(request.seed(), 0, request.count(), size.elements());
    int[] labels = Latents.roundRobin(0, request.count(), classes);
    return sample(model, noise, labels, request.batching());
  }

  @Override
  public int runsPerBatch() {
    return schedule.steps();
  }

  /**
   * Makes images of given noise.
   *
   * @param model that foretells the noise
   * @param noise x at the first time step, (count, channels, height, width)
   * @param labels class of each image
   * @param batching runs of the model
   * @throws IllegalArgumentException if the noise is not one image a label
   */
  public Generation.Images sample(
      ModelRunner model, float[] noise, int[] labels, Batching batching) {
    int each = size.elements();
    if (noise.length != (long) labels.length * each) {
      throw new IllegalArgumentException(
          "%d numbers of noise, expected %d for %d images of %s"
              .formatted(noise.length, (long) labels.length * each, labels.length, size));
    }
    float[] made = new float[noise.length];
    batching.forEach(
        labels.length,
        (start, images, number) -> {
          float[] x = Arrays.copyOfRange(noise, start * each, (start + images) * each);
          long[] part = new long[images];
          for (int i = 0; i < images; i++) {
            part[i] = labels[start + i];
          }
          denoise(model, x, part, batching.firstSample() + number * schedule.steps());
          System.arraycopy(x, 0, made, start * each, x.length);
        });
    ImageBatch images = new ImageBatch(labels.length, size, ValueRange.SYMMETRIC, made);
    return new Generation.Images(images, LatentDecoder.asList(labels));
  }

  private void denoise(ModelRunner model, float[] x, long[] labels, int firstSample) {
    int[] shape = {labels.length, size.channels(), size.height(), size.width()};
    for (int visit = 0; visit < schedule.steps(); visit++) {
      Map<String, Tensor> inputs = new LinkedHashMap<>();
      inputs.put("x", Tensor.floats(shape, x.clone()));
      float[] time = new float[labels.length];
      Arrays.fill(time, schedule.timesteps()[visit]);
      inputs.put("t", Tensor.floats(new int[] {labels.length}, time));
      inputs.put("y", Tensor.longs(new int[] {labels.length}, labels));
      float[] eps = model.run(inputs, firstSample + visit, "eps").floats();
      step(x, eps, schedule.alphaBarOfVisit(visit), schedule.alphaBarOfVisit(visit + 1));
    }
  }

  private static void step(float[] x, float[] eps, double alpha, double next) {
    double signal = Math.sqrt(alpha);
    double noise = Math.sqrt(1 - alpha);
    double nextSignal = Math.sqrt(next);
    double nextNoise = Math.sqrt(1 - next);
    for (int i = 0; i < x.length; i++) {
      double clean = Math.clamp((x[i] - noise * eps[i]) / signal, -1.0, 1.0);
      double left = noise == 0 ? 0 : (x[i] - signal * clean) / noise;
      x[i] = (float) (nextSignal * clean + nextNoise * left);
    }
  }
}
