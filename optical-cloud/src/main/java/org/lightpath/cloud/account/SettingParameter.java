package org.lightpath.cloud.account;

import java.util.Objects;

/**
 * A number of a setting that can be varied.
 *
 * @param name of the number
 * @param unit of it, empty for none
 * @param reader takes it from a setting
 * @param writer makes a setting that differs in it
 * @param span how it is varied
 */
public record SettingParameter(String name, String unit, Reader reader, Writer writer, Span span) {
  /** Reads the number. */
  @FunctionalInterface
  public interface Reader {
    /** Its value in a setting. */
    double of(CloudSetting setting);
  }

  /** Changes the number. */
  @FunctionalInterface
  public interface Writer {
    /** The setting with another value. */
    CloudSetting with(CloudSetting setting, double value);
  }

  /** From where to where a number is varied. */
  @FunctionalInterface
  public interface Span {
    /** The range around a value in a setting. */
    Range around(CloudSetting setting, double value);
  }

  /**
   * A range.
   *
   * @param low end
   * @param high end
   */
  public record Range(double low, double high) {}

  /** Checks that nothing is missing. */
  public SettingParameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(reader);
    Objects.requireNonNull(writer);
    Objects.requireNonNull(span);
  }

  /** Half to double. */
  static Span halfToDouble() {
    return (setting, value) -> new Range(value / 2, value * 2);
  }

  /** Half to double in whole numbers, not below 1. */
  static Span wholeHalfToDouble() {
    return (setting, value) -> new Range(Math.max(1, Math.floor(value / 2)), value * 2);
  }

  /** A power ratio of ½ to 2, in dB, not below 0 dB. */
  static Span threeDecibels() {
    double step = 10 * Math.log10(2);
    return (setting, value) -> new Range(Math.max(0, value - step), value + step);
  }
}
