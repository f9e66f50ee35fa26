package org.lightpath.cli.report;

import java.util.Arrays;
import org.lightpath.cli.figure.ColorMap;
import org.lightpath.cli.figure.IndexedPng;
import org.lightpath.cli.figure.Picture;
import org.lightpath.cli.figure.SamplePng;
import org.lightpath.cli.figure.Samples;

/**
 * Images of one size: value (image i, channel c, row y, column x) has index ((i·channels +
 * c)·height + y)·width + x.
 *
 * @param shape of all
 * @param values 0 to 1
 */
record ImageSet(Shape shape, Samples values) {
  /**
   * How many images of which size.
   *
   * @param count images
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param height rows
   * @param width pixels in a row
   */
  record Shape(int count, int channels, int height, int width) {
    /** Values of an image. */
    int size() {
      return channels * height * width;
    }

    /** Whether images of this shape can be shown and {@code values} are as many as it says. */
    boolean fits(int values) {
      return count > 0
          && height > 0
          && width > 0
          && (channels == 1 || channels == 3)
          && (long) count * size() == values;
    }
  }

  /** An image as it is; what is not a number is black. */
  Picture picture(int image) {
    int pixels = shape.height * shape.width;
    byte[] samples = new byte[shape.size()];
    for (int c = 0; c < shape.channels; c++) {
      for (int p = 0; p < pixels; p++) {
        samples[p * shape.channels + c] =
            (byte) level(values.get(image * shape.size() + c * pixels + p));
      }
    }
    return new SamplePng(shape.width, shape.height, samples);
  }

  private static long level(double value) {
    return Math.round(255 * Math.clamp(Double.isNaN(value) ? 0 : value, 0, 1));
  }

  /**
   * |this − other|, mean over the channels, in the colours of the map; {@code full} is the last.
   */
  Picture difference(int image, ImageSet other, double full) {
    byte[] indices = new byte[shape.height * shape.width];
    for (int p = 0; p < indices.length; p++) {
      double position = difference(image, p, other) / full;
      indices[p] =
          Double.isNaN(position)
              ? (byte) IndexedPng.TRANSPARENT
              : (byte) Math.round(Math.clamp(position, 0, 1) * (ColorMap.ENTRIES - 1));
    }
    return new IndexedPng(shape.width, shape.height, indices);
  }

  private double difference(int image, int pixel, ImageSet other) {
    int pixels = shape.height * shape.width;
    double sum = 0;
    for (int c = 0; c < shape.channels; c++) {
      int at = image * shape.size() + c * pixels + pixel;
      sum += Math.abs(values.get(at) - other.values.get(at));
    }
    return sum / shape.channels;
  }

  /** The largest difference of a pixel in the first {@code count} images; 0 if none is finite. */
  double largestDifference(ImageSet other, int count) {
    double largest = 0;
    for (int image = 0; image < count; image++) {
      for (int p = 0; p < shape.height * shape.width; p++) {
        double difference = difference(image, p, other);
        largest = difference > largest ? difference : largest;
      }
    }
    return largest;
  }

  /** Root mean square difference of all values; NaN if one of them is not a number. */
  double rmsDifference(ImageSet other) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      double difference = values.get(i) - other.values.get(i);
      sum += difference * difference;
    }
    return Math.sqrt(sum / values.size());
  }

  /** Share of the values outside 0 to 1, which are drawn as the nearer end. */
  double clippedShare() {
    long outside = values.finite().filter(v -> v < 0 || v > 1).count();
    return (double) outside / values.size();
  }

  /** All images in rows, one pixel for each, with a line of one pixel between them. */
  Picture sheet(int columns) {
    int across = Math.min(columns, shape.count);
    int rows = Math.ceilDiv(shape.count, across);
    int width = across * (shape.width + 1) - 1;
    int height = rows * (shape.height + 1) - 1;
    int channels = shape.channels;
    byte[] samples = new byte[width * height * channels];
    Arrays.fill(samples, (byte) 128);
    int pixels = shape.height * shape.width;
    for (int i = 0; i < shape.count; i++) {
      int left = i % across * (shape.width + 1);
      int top = i / across * (shape.height + 1);
      for (int v = 0; v < shape.size(); v++) {
        int row = top + v % pixels / shape.width;
        int column = left + v % pixels % shape.width;
        int at = (row * width + column) * channels + v / pixels;
        samples[at] = (byte) level(values.get(i * shape.size() + v));
      }
    }
    return new SamplePng(width, height, samples);
  }
}
