package org.lightpath.cloud.graph.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An equation of Einsum, "bij,bjk->bik" for instance, with its labels and their extents. The axes
 * of an ellipsis get digits as labels, counted from the last.
 *
 * @param operands labels of the axes of each operand
 * @param result labels of the axes of the result
 * @param extents by label
 */
record EinsumEquation(List<String> operands, String result, Map<Character, Integer> extents) {
  private static final String ELLIPSIS = "...";
  private static final String DIGITS = "9876543210";

  static EinsumEquation parse(String text, List<int[]> shapes) {
    String equation = text.replace(" ", "");
    int arrow = equation.indexOf("->");
    String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    if (terms.length != shapes.size()) {
      throw new IllegalArgumentException(
          "equation %s has %d operands, %d are given".formatted(text, terms.length, shapes.size()));
    }
    List<String> operands = new ArrayList<>();
    Map<Character, Integer> extents = new TreeMap<>();
    int dots = 0;
    for (int i = 0; i < terms.length; i++) {
      int[] shape = shapes.get(i);
      int own = shape.length - terms[i].replace(ELLIPSIS, "").length();
      dots = Math.max(dots, own);
      operands.add(expand(terms[i], own));
      collect(text, operands.get(i), shape, extents);
    }
    String result =
        arrow < 0 ? implied(operands, dots) : expand(equation.substring(arrow + 2), dots);
    return new EinsumEquation(List.copyOf(operands), result, extents);
  }

  private static String expand(String term, int dots) {
    return term.replace(ELLIPSIS, DIGITS.substring(DIGITS.length() - Math.max(0, dots)));
  }

  private static void collect(
      String text, String labels, int[] shape, Map<Character, Integer> extents) {
    if (labels.length() != shape.length) {
      throw new IllegalArgumentException(
          "equation %s: term %s does not fit an operand of %d axes"
              .formatted(text, labels, shape.length));
    }
    for (int axis = 0; axis < shape.length; axis++) {
      int extent = shape[axis];
      int known = extents.getOrDefault(labels.charAt(axis), 1);
      if (known != extent && known != 1 && extent != 1) {
        throw new IllegalArgumentException(
            "equation %s: label %s stands for extents %d and %d"
                .formatted(text, labels.charAt(axis), known, extent));
      }
      extents.put(labels.charAt(axis), Math.max(known, extent));
    }
  }

  /** Labels that occur once, in alphabetical order after those of the ellipsis. */
  private static String implied(List<String> operands, int dots) {
    String all = String.join("", operands);
    StringBuilder result = new StringBuilder(expand(ELLIPSIS, dots));
    all.chars()
        .filter(Character::isLetter)
        .filter(label -> all.indexOf(label) == all.lastIndexOf(label))
        .sorted()
        .forEach(label -> result.append((char) label));
    return result.toString();
  }

  int extent(char label) {
    return extents.getOrDefault(label, 1);
  }

  /** Extents of labels. */
  int[] shape(String labels) {
    return labels.chars().map(label -> extent((char) label)).toArray();
  }

  /** Labels of the first that are, or are not, in the second. */
  static String select(String labels, String others, boolean contained) {
    StringBuilder selected = new StringBuilder();
    for (int i = 0; i < labels.length(); i++) {
      char label = labels.charAt(i);
      if (others.indexOf(label) >= 0 == contained) {
        selected.append(label);
      }
    }
    return selected.toString();
  }
}
