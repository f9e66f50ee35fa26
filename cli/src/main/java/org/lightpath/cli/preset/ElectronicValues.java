package org.lightpath.cli.preset;

import java.util.Locale;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.ConverterRating;
import org.lightpath.photonic.device.Device;
import org.lightpath.photonic.device.DevicePresets;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.TransimpedanceAmplifier;

/** Values of converters and amplifiers. */
final class ElectronicValues {
  private ElectronicValues() {}

  static Preset of(Device device) {
    return switch (device) {
      case AnalogDigitalConverter converter ->
          converter(
              device, "Analogue-to-digital converter ", converter.rating(), converter.law().name());
      case DigitalAnalogConverter converter ->
          converter(
              device, "Digital-to-analogue converter ", converter.rating(), converter.law().name());
      default ->
          throw new IllegalStateException(
              "device %s is of %s, which has no listing".formatted(device.name(), device));
    };
  }

  private static Preset converter(Device device, String title, ConverterRating rating, String law) {
    return new Entry(device.name(), "converter", title + device.name(), device.provenance())
        .with("bits", rating.bits(), "")
        .with("sampleRate", rating.sampleRate() * 1e-9, "GHz")
        .with("power", rating.power() * 1e3, "mW")
        .with("area", rating.area() * 1e12, "µm^2")
        .words(
            "powerOverBits",
            Entry.hyphenated(law.toLowerCase(Locale.ROOT)),
            Provenance.published("how its users scale it; see the documentation of the type"))
        .preset();
  }

  /** TIA_1: its sources state no noise, so the value that is often used is given as assumed. */
  static Preset amplifier() {
    DevicePresets.AssumedValue noise = DevicePresets.assumed().getFirst();
    TransimpedanceAmplifier amplifier =
        TransimpedanceAmplifier.lightening(noise.value(), TransimpedanceAmplifier.LT_AREA_CODE);
    return new Entry(
            amplifier.name(),
            "transimpedance-amplifier",
            "Transimpedance amplifier TIA_1; its sources state no noise",
            Provenance.published("Lightening-Transformer, default.yaml; SimPhony, tia.yml"))
        .with("power", amplifier.power() * 1e3, "mW")
        .with("area", amplifier.area() * 1e12, "µm^2")
        .with(
            "areaOfReadme",
            TransimpedanceAmplifier.LT_AREA_README * 1e12,
            "µm^2",
            Provenance.derived("Lightening-Transformer, README: 0.0576 mm^2 over 576 amplifiers"))
        .with("noiseCurrent", amplifier.inputNoise() * 1e12, "pA/rtHz", noise.provenance())
        .preset();
  }
}
