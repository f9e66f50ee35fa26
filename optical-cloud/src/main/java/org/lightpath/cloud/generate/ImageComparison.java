package org.lightpath.cloud.generate;

import java.util.Optional;
import org.lightpath.cloud.quality.Classes;
import org.lightpath.cloud.quality.ErrorAccumulator;
import org.lightpath.cloud.quality.FeatureDistance;
import org.lightpath.cloud.quality.FeatureStatistics;
import org.lightpath.cloud.quality.FrechetDistance;
import org.lightpath.cloud.quality.PeakSignalToNoise;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.cloud.quality.StructuralSimilarity;

/**
 * Compares images made by light with those made digitally from the same latents, image by image and
 * as distributions.
 *
 * <p>Always: {@code psnr_dB} (of the mean squared error over all images together), {@code ssim} (if
 * the images are large enough), {@code imageCosine}. With a judge: {@code classAgreement}, {@code
 * featureDistance}; {@code classAccuracy} and {@code classAccuracyDigital} if classes were asked
 * for; {@code frechetDistance} and {@code frechetDistanceDigital} against real images if their
 * features are known. Names without an addition are of the optical run.
 *
 * @param judge looks at the images, or none
 */
public record ImageComparison(Optional<Judge> judge) {
  private static final int SMALLEST_FOR_SSIM = 11;

  /**
   * A digital classifier and what it saw in real images.
   *
   * @param classifier names of its inputs and outputs
   * @param model the network, run digitally
   * @param batching runs of the network
   * @param real features of real images, or none
   */
  public record Judge(
      Classifier classifier,
      ModelRunner model,
      Batching batching,
      Optional<FeatureStatistics> real) {
    /** Looks at images. */
    Classifier.Seen see(ImageBatch images) {
      return classifier.see(model, images, batching);
    }
  }

  /** Without a judge: pixels only. */
  public static ImageComparison ofPixels() {
    return new ImageComparison(Optional.empty());
  }

  /**
   * What the judge saw in the digital images; to be kept where many optical runs are compared with
   * one digital run.
   *
   * @param digital images of the digital run
   * @param seen by the judge, or nothing without one
   */
  public record Reference(Generation.Images digital, Optional<Classifier.Seen> seen) {}

  /** Looks at the images of the digital run. */
  public Reference reference(Generation.Images digital) {
    return new Reference(digital, judge.map(j -> j.see(digital.images())));
  }

  /**
   * Compares two runs.
   *
   * @param digital images of the digital run
   * @param optical images of the optical run, of the same latents
   * @throws IllegalArgumentException if size, range or number of the images differ
   */
  public QualityReport compare(Generation.Images digital, Generation.Images optical) {
    return compare(reference(digital), optical);
  }

  /** The same with a digital run that was looked at before. */
  public QualityReport compare(Reference reference, Generation.Images optical) {
    ImageBatch clean = reference.digital().images();
    ImageBatch made = optical.images();
    if (clean.count() != made.count()
        || !clean.size().equals(made.size())
        || !clean.range().equals(made.range())
        || !reference.digital().classes().equals(optical.classes())) {
      throw new IllegalArgumentException(
          "%d optical images of %s in %s against %d digital ones of %s in %s: compare equal requests"
              .formatted(
                  made.count(),
                  made.size(),
                  made.range(),
                  clean.count(),
                  clean.size(),
                  clean.range()));
    }
    QualityReport.Builder report = new QualityReport.Builder();
    pixels(clean, made, report);
    if (judge.isPresent() && reference.seen().isPresent()) {
      Classifier.Seen seen = judge.get().see(made);
      classes(reference.seen().get(), seen, optical.classArray(), report);
      distribution(reference.seen().get(), seen, report);
    }
    return report.build();
  }

  private static void pixels(ImageBatch clean, ImageBatch made, QualityReport.Builder report) {
    double range = clean.range().width();
    report.put("psnr_dB", PeakSignalToNoise.decibels(clean.values(), made.values(), range));
    int height = clean.size().height();
    int width = clean.size().width();
    if (Math.min(height, width) >= SMALLEST_FOR_SSIM) {
      StructuralSimilarity ssim = StructuralSimilarity.inside(range);
      report.put("ssim", ssim.mean(clean.values(), made.values(), height, width));
    } else {
      report.note("ssim needs images of at least 11 × 11 pixels");
    }
    report.put("imageCosine", ErrorAccumulator.of(clean.values(), made.values()).cosine());
  }

  private static void classes(
      Classifier.Seen clean, Classifier.Seen made, int[] asked, QualityReport.Builder report) {
    report.put("classAgreement", Classes.agreement(clean.predicted(), made.predicted()));
    if (asked.length > 0) {
      report.put("classAccuracy", Classes.agreement(asked, made.predicted()));
      report.put("classAccuracyDigital", Classes.agreement(asked, clean.predicted()));
    }
    report.put(
        "featureDistance",
        FeatureDistance.cosine(clean.features(), made.features(), made.dimensions()));
  }

  private void distribution(
      Classifier.Seen clean, Classifier.Seen made, QualityReport.Builder report) {
    Optional<FeatureStatistics> real = judge.flatMap(Judge::real);
    if (real.isEmpty()) {
      return;
    }
    FeatureStatistics optical = FeatureStatistics.of(made.features(), made.dimensions());
    if (!FrechetDistance.isPossible(optical)) {
      report.note(
          "frechetDistance needs more images than the %d features, at best %d; there are %d"
              .formatted(optical.dimensions(), FrechetDistance.FEW_SAMPLES, optical.count()));
      return;
    }
    FeatureStatistics digital = FeatureStatistics.of(clean.features(), clean.dimensions());
    FrechetDistance distance = FrechetDistance.between(real.get(), optical);
    report.put("frechetDistance", distance.value());
    report.put("frechetDistanceDigital", FrechetDistance.between(real.get(), digital).value());
    distance.caution().ifPresent(report::note);
  }
}
