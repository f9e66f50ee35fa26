package org.lightpath.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Picture;
import org.lightpath.cli.report.ImageSet.Shape;

/** Generated images, digital beside optical, and their difference. */
final class ImageCharts {
  /** Width of a grid in the figure [px]. */
  private static final double ROOM = 350;

  /** A cell is at least half as wide as its image has pixels, else nothing of it is seen. */
  private static final double LEAST_SCALE = 0.5;

  /** Words below an image need this width [px]. */
  private static final double WORDS = 30;

  /** A colour bar needs ends that differ where the images do not. */
  private static final double LEAST_FULL_SCALE = 1.0 / 255;

  private final Cases cases;
  private final Shape shape;
  private final int columns;
  private final ImageSet digital;
  private final ImageSet optical;
  private final DataTable labels;

  private ImageCharts(Cases cases, DataTable images, DataTable form, DataTable labels) {
    this.cases = cases;
    this.shape = shape(form);
    this.columns = columns(form, shape);
    this.digital = new ImageSet(shape, images.numbers("digital"));
    this.optical = new ImageSet(shape, images.numbers("optical"));
    this.labels = labels;
  }

  /**
   * The three grids.
   *
   * @param images {@code digital}, {@code optical}
   * @param form {@code imageShape}: one row of {@code count}, {@code channels}, {@code height},
   *     {@code width}, {@code columns}
   * @param labels {@code imageLabels}: what stands below each image; may have no rows
   */
  static List<Block> of(Cases cases, DataTable images, DataTable form, DataTable labels) {
    DataTable first = images.where("case", 0);
    if (form.rows() == 0) {
      return List.of(new Block.Missing("No images: looked for plots/data/imageShape.arrow."));
    }
    Shape shape = shape(form);
    if (!shape.fits(first.rows())) {
      return List.of(
          new Block.Missing(
              "No images: %d values, expected %d images of %d channels (1 or 3), %d rows and %d columns."
                  .formatted(
                      first.rows(),
                      shape.count(),
                      shape.channels(),
                      shape.height(),
                      shape.width())));
    }
    return new ImageCharts(cases, first, form, labels.where("case", 0)).all();
  }

  private static Shape shape(DataTable form) {
    return new Shape(
        whole(form, "count"), whole(form, "channels"), whole(form, "height"), whole(form, "width"));
  }

  private static int whole(DataTable form, String column) {
    double value = form.numbers(column).get(0);
    return Double.isFinite(value) ? (int) value : 0;
  }

  private static int columns(DataTable form, Shape shape) {
    int wanted = whole(form, "columns");
    int square = (int) Math.ceil(Math.sqrt(shape.count()));
    return Math.clamp(wanted > 0 ? wanted : square, 1, shape.count());
  }

  private List<Block> all() {
    int across = Math.min(columns, most(shape.width()));
    int rows = Math.min(Math.ceilDiv(shape.count(), across), most(shape.height()));
    int shown = Math.min(shape.count(), across * rows);
    double full = Math.max(LEAST_FULL_SCALE, digital.largestDifference(optical, shown));
    Axis scale = Axis.of("|optical − digital|", "").range(0, full);
    String size = size(shown);
    return List.of(
        block(
            panel(
                    "images-digital",
                    "Digital",
                    grid(digital::picture, shown, across, words("digitalClass")))
                .file("images-digital-all", digital.sheet(columns))
                .caption("Images of the digital model" + size + clipped(digital) + cases.first())),
        block(
            panel(
                    "images-optical",
                    "Optical",
                    grid(optical::picture, shown, across, words("opticalClass")))
                .file("images-optical-all", optical.sheet(columns))
                .caption(
                    "The same images with the products executed by light, in the same order"
                        + size
                        + clipped(optical)
                        + cases.first())),
        block(
            panel(
                    "images-difference",
                    "Difference",
                    new Layer.Montage(
                        pictures(i -> digital.difference(i, optical, full), shown),
                        across,
                        blanks(shown, across),
                        scale))
                .caption(differences(full))));
  }

  private String differences(double full) {
    return "|optical − digital|, mean over the channels; the brightest colour is "
        + Numbers.significant(full, 3)
        + ", the largest difference shown. Root mean square of all images "
        + Numbers.significant(digital.rmsDifference(optical), 3)
        + "."
        + cases.first();
  }

  /** Cells beside one another that still show something of images of {@code pixels} pixels. */
  private static int most(int pixels) {
    return Math.max(1, (int) (ROOM / (LEAST_SCALE * pixels)));
  }

  private static Block block(Chart.Builder chart) {
    return new Block.Figure(chart.build());
  }

  private static Chart.Builder panel(String id, String title, Layer.Montage montage) {
    return Chart.named(id, title).shape(Chart.Shape.THIRD).add(montage);
  }

  private static Layer.Montage grid(
      IntFunction<Picture> picture, int shown, int across, List<String> words) {
    boolean fits = ROOM / across >= WORDS && !words.isEmpty();
    List<String> below = fits ? words.subList(0, shown) : List.of();
    return new Layer.Montage(pictures(picture, shown), across, below, null);
  }

  /** Keeps rows beside those of the other grids, which may have words below their images. */
  private List<String> blanks(int shown, int across) {
    return words("opticalClass").isEmpty() || ROOM / across < WORDS
        ? List.of()
        : Collections.nCopies(shown, "");
  }

  private static List<Picture> pictures(IntFunction<Picture> picture, int shown) {
    return IntStream.range(0, shown).mapToObj(picture).toList();
  }

  /** What stands below the images: the class found in them, or the one they were made for. */
  private List<String> words(String column) {
    if (labels.rows() != shape.count()) {
      return List.of();
    }
    List<String> found = labels.texts(column);
    boolean any = found.stream().anyMatch(word -> !word.isEmpty());
    List<String> words = any ? found : labels.texts("label");
    return words.stream().allMatch(String::isEmpty) ? List.of() : words;
  }

  private String size(int shown) {
    String cut =
        shown < shape.count()
            ? "the first " + shown + " of " + shape.count() + ", "
            : shape.count() + " ";
    return ": %sof %d × %d pixels, values 0 to 1 as %s 0 to 255."
        .formatted(
            cut,
            shape.width(),
            shape.height(),
            shape.channels() == 1 ? "grey" : "red, green, blue");
  }

  private static String clipped(ImageSet images) {
    double share = images.clippedShare();
    return share == 0
        ? ""
        : " "
            + Numbers.significant(100 * share, 2)
            + "\u00a0% of the values lie outside and are drawn as the nearer end.";
  }
}
