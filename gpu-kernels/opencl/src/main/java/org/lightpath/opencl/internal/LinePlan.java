package org.lightpath.opencl.internal;

import java.util.List;

/**
 * How a work-group takes its transforms apart: see {@code line.cl}, whose names these are.
 *
 * @param length samples of a line
 * @param radices radix of each stage; their product is the length
 * @param items work-items to a line
 * @param lines lines to a work-group
 * @param columns whether neighbouring work-items hold neighbouring lines
 * @param modes transforms side by side in the registers of an item
 * @param together planes exchanged between two barriers
 * @param halves 2 if two sets of planes are used in turn, else 1
 * @param realBytes bytes of a real number
 */
record LinePlan(
    int length,
    List<Integer> radices,
    int items,
    int lines,
    boolean columns,
    int modes,
    int together,
    int halves,
    int realBytes) {
  LinePlan {
    radices = List.copyOf(radices);
  }

  /** The same with other lines to a group. */
  LinePlan withLines(int number) {
    return new LinePlan(
        length, radices, items, number, columns, modes, together, halves, realBytes);
  }

  /** A name of what does not decide the bytes, for people and for stored choices. */
  String label() {
    return "%d lines of %d items, %d of %d planes".formatted(lines, items, together, halves);
  }

  /** Work-items of a group. */
  int group() {
    return items * lines;
  }

  /** Samples of a mode that an item holds. */
  int points() {
    return points(length, radices, items);
  }

  static int points(int length, List<Integer> radices, int items) {
    int most = 1;
    for (int radix : radices) {
      most = Math.max(most, perItem(length, radix, items) * radix);
    }
    return most;
  }

  /** Butterflies of a stage that an item holds. */
  static int perItem(int length, int radix, int items) {
    return (length / radix + items - 1) / items;
  }

  /** Distance of a butterfly's samples in a stage. */
  int stride(int stage) {
    int stride = length;
    for (int s = 0; s <= stage; s++) {
      stride /= radices.get(s);
    }
    return stride;
  }

  /** Reals of one plane, with room for one free slot in 17. */
  static int plane(int length, int lines) {
    return BankPadding.densest().slot(length * lines - 1) + 1;
  }

  /** Where an item's first sample of its first butterfly of a stage lies in a plane, unpadded. */
  int begin(int item, int line, int stage) {
    int stride = stride(stage);
    int position = item / stride * (radices.get(stage) * stride) + item % stride;
    return columns ? position * lines + line : line * length + position;
  }

  /** Reals of one plane. */
  int plane() {
    return radices.size() == 1 ? 1 : plane(length, lines);
  }

  /** Local memory of a group [B]. */
  long localBytes() {
    return (long) halves * together * plane() * realBytes;
  }

  /** Frequency bin of each stored value after the last stage. */
  int[] bins() {
    int last = radices.getLast();
    int butterflies = length / last;
    int[] bins = new int[length];
    for (int i = 0; i < length; i++) {
      bins[i] = bin(i % butterflies * last + i / butterflies);
    }
    return bins;
  }

  private int bin(int position) {
    int bin = 0;
    int weight = 1;
    int rest = position;
    int stride = length;
    for (int radix : radices) {
      stride /= radix;
      bin += rest / stride * weight;
      rest %= stride;
      weight *= radix;
    }
    return bin;
  }
}
