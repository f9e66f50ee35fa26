package org.lightpath.cli.preset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.Footprint;
import org.lightpath.photonic.device.Provenance;

/** A preset in the making: values with units, each with the label of where it comes from. */
final class Entry {
  /** Digits of values, enough for every published number and few enough to hide rounding. */
  private static final MathContext DIGITS = new MathContext(6);

  private final String name;
  private final String kind;
  private final String title;
  private final Provenance provenance;
  private final List<Preset.Value> values = new ArrayList<>();

  /**
   * Starts a preset.
   *
   * @param provenance of values that name no other
   */
  Entry(String name, String kind, String title, Provenance provenance) {
    this.name = hyphenated(name);
    this.kind = kind;
    this.title = title;
    this.provenance = provenance;
  }

  /** A source's name as experiment files spell names: {@code LT_MZM} is {@code lt-mzm}. */
  static String hyphenated(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** A number with at most six digits: 12.5, 1.8e-06 as 0.0000018. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.toPlainString();
  }

  /** Adds a value. */
  Entry with(String key, double value, String unit) {
    return with(key, value, unit, provenance);
  }

  /** Adds a value that comes from elsewhere than the rest. */
  Entry with(String key, double value, String unit, Provenance from) {
    return words(key, unit.isEmpty() ? number(value) : number(value) + " " + unit, from);
  }

  /** Adds a value in words. */
  Entry words(String key, String text, Provenance from) {
    values.add(new Preset.Value(key, text, from.label()));
    return this;
  }

  /** Adds length and width. */
  Entry footprint(Footprint footprint) {
    return with("length", footprint.length() * 1e6, "µm")
        .with("width", footprint.width() * 1e6, "µm");
  }

  Preset preset() {
    return new Preset(name, kind, title, values);
  }
}
