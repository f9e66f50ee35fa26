package org.lightpath.cloud.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What the energy per operation depends on: every number of a setting varied alone, from half to
 * double (3 dB for losses, counts in whole numbers, rates up to those of the converters).
 */
public final class Sensitivity {
  private Sensitivity() {}

  /**
   * Effect of one number.
   *
   * @param parameter which, with its value in the setting
   * @param range that it was varied over
   * @param base energy in the setting [mW/TOPS]
   * @param atLow energy at the low end [mW/TOPS]
   * @param atHigh energy at the high end [mW/TOPS]
   */
  public record Row(
      Named parameter, SettingParameter.Range range, double base, double atLow, double atHigh) {
    /** Checks that nothing is missing. */
    public Row {
      Objects.requireNonNull(parameter);
      Objects.requireNonNull(range);
    }

    /** How far the energy moves over the range, over the base: |high − low|/base. */
    public double swing() {
      return Math.abs(atHigh - atLow) / base;
    }
  }

  /**
   * A number by name.
   *
   * @param name of it
   * @param value in the setting
   * @param unit of it, empty for none
   */
  public record Named(String name, double value, String unit) {
    /** Checks that nothing is missing. */
    public Named {
      Objects.requireNonNull(name);
      Objects.requireNonNull(unit);
    }
  }

  /**
   * Effects of all numbers, the largest first. A number that is 0 in the setting has no half and is
   * left out.
   *
   * @param inference what is computed
   * @param setting around which is varied
   * @param scope of the energy
   */
  public static List<Row> of(Inference inference, CloudSetting setting, EnergyScope scope) {
    double base = energy(inference, setting, scope);
    List<Row> rows = new ArrayList<>();
    for (SettingParameter parameter : SettingParameters.all()) {
      double value = parameter.reader().of(setting);
      if (value == 0) {
        continue;
      }
      SettingParameter.Range range = parameter.span().around(setting, value);
      rows.add(
          new Row(
              new Named(parameter.name(), value, parameter.unit()),
              range,
              base,
              energy(inference, parameter.writer().with(setting, range.low()), scope),
              energy(inference, parameter.writer().with(setting, range.high()), scope)));
    }
    rows.sort(Comparator.comparingDouble(Row::swing).reversed());
    return List.copyOf(rows);
  }

  private static double energy(Inference inference, CloudSetting setting, EnergyScope scope) {
    return CloudAccount.of(inference, setting).figure(scope).milliwattsPerTops();
  }
}
