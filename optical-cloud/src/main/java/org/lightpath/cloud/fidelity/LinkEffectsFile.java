package org.lightpath.cloud.fidelity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Link effects as the lines of a properties file: numbers keep all their digits. */
final class LinkEffectsFile {
  private LinkEffectsFile() {}

  static String write(LinkEffects effects, String key) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("key", key);
    lines.put("gain", Double.toString(effects.gain()));
    lines.put(
        "memory", effects.memory().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    write(lines, "left", effects.left());
    write(lines, "right", effects.right());
    lines.put("beat-variance", Double.toString(effects.beatVariance()));
    lines.put("phase-deviation-rad", Double.toString(effects.phaseDeviation()));
    lines.put("phase-symbols", Double.toString(effects.phaseSymbols()));
    lines.put("training-symbols", Integer.toString(effects.training()));
    StringBuilder text = new StringBuilder("# Link effects in units of the full scales\n");
    lines.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static void write(Map<String, String> lines, String side, LinkEffects.Stream stream) {
    lines.put(side + "-additive", Double.toString(stream.additive()));
    lines.put(side + "-relative", Double.toString(stream.relative()));
    lines.put(side + "-quadrature", Double.toString(stream.quadrature()));
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if a line is missing or no number, or the key is another one
   */
  static LinkEffects read(Properties lines, String key) {
    if (!key.equals(lines.getProperty("key"))) {
      throw new IllegalArgumentException(
          "key is %s, expected %s".formatted(lines.getProperty("key"), key));
    }
    return new LinkEffects(
        number(lines, "gain"),
        memory(text(lines, "memory")),
        stream(lines, "left"),
        stream(lines, "right"),
        number(lines, "beat-variance"),
        number(lines, "phase-deviation-rad"),
        number(lines, "phase-symbols"),
        (int) number(lines, "training-symbols"));
  }

  private static LinkEffects.Stream stream(Properties lines, String side) {
    return new LinkEffects.Stream(
        number(lines, side + "-additive"),
        number(lines, side + "-relative"),
        number(lines, side + "-quadrature"));
  }

  private static List<Double> memory(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.trim().split(" ", -1)).map(Double::valueOf).toList();
  }

  private static double number(Properties lines, String name) {
    return Double.parseDouble(text(lines, name));
  }

  private static String text(Properties lines, String name) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }
}
