package org.lightpath.cli.figure;

import java.util.Objects;

/** The bar that tells what the colours of a layer say. */
final class ColourBar {
  /** From the plot to the bar [px]. */
  static final double GAP = 14;

  /** Of the bar [px]. */
  static final double WIDTH = 14;

  private ColourBar() {}

  /** Whether a layer's colours are values. */
  static boolean has(Layer layer) {
    return switch (layer) {
      case Layer.HeatMap _ -> true;
      case Layer.Ties ties -> ties.values().finite().findAny().isPresent();
      case Layer.Montage montage -> montage.value() != null;
      default -> false;
    };
  }

  /** The scale of a layer's colours, from 0 to 1. */
  static Scale scale(Layer layer) {
    return switch (layer) {
      case Layer.HeatMap map -> MapPicture.colours(map);
      case Layer.Ties ties -> {
        Extent extent = new Extent(ties.values().min(), ties.values().max());
        yield Scale.of(ties.value(), extent, false);
      }
      case Layer.Montage montage -> {
        Axis axis = Objects.requireNonNull(montage.value(), "montage without a colour scale");
        yield Scale.of(axis, new Extent(axis.low(), axis.high()), false);
      }
      default -> throw new IllegalArgumentException("layer %s has no colours".formatted(layer));
    };
  }

  /** The colours from the highest value down. */
  static IndexedPng picture(Layer layer) {
    return new IndexedPng(1, ColorMap.ENTRIES, indices(layer, true));
  }

  /** The colours from the lowest value on the left. */
  static IndexedPng across(Layer layer) {
    return new IndexedPng(ColorMap.ENTRIES, 1, indices(layer, false));
  }

  private static byte[] indices(Layer layer, boolean falling) {
    boolean ramp = layer instanceof Layer.Ties;
    byte[] indices = new byte[ColorMap.ENTRIES];
    for (int i = 0; i < indices.length; i++) {
      double along = i / (indices.length - 1.0);
      double position = falling ? 1 - along : along;
      double at = ramp ? Paint.Ramp.inMap(position) : position;
      indices[i] = (byte) Math.round(at * (ColorMap.ENTRIES - 1));
    }
    return indices;
  }
}
