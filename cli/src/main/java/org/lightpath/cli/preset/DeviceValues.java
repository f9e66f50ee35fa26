package org.lightpath.cli.preset;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.photonic.device.Coupler;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Device;
import org.lightpath.photonic.device.DevicePresets;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.MicroringModulator;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.RingPreset;

/** Values of optical devices; those of electronics are in {@link ElectronicValues}. */
final class DeviceValues {
  private static final Provenance FORMULA = Provenance.derived("by formula from the values above");

  private DeviceValues() {}

  /** All devices whose numbers are published, and what sources leave open. */
  static List<Preset> all() {
    List<Preset> presets = new ArrayList<>();
    for (Device device : DevicePresets.complete()) {
      presets.add(of(device));
    }
    presets.add(ElectronicValues.amplifier());
    presets.add(laser());
    presets.add(waveguide());
    return presets;
  }

  private static Preset of(Device device) {
    return switch (device) {
      case MachZehnderModulator modulator -> of(modulator);
      case MicroringModulator ring -> of(ring);
      case RingPreset ring -> of(ring);
      case Coupler coupler -> of(coupler);
      case PassiveElement element -> of(element);
      case Photodiode diode -> of(diode);
      default -> ElectronicValues.of(device);
    };
  }

  private static Preset of(MachZehnderModulator modulator) {
    Entry entry =
        new Entry(
                modulator.name(),
                Catalogue.MODULATOR,
                "Mach-Zehnder modulator " + modulator.name(),
                modulator.provenance())
            .words("curve", "mach-zehnder", Provenance.derived("what a push-pull modulator does"))
            .with("extinctionRatio", Decibels.ofRatio(modulator.optics().extinctionRatio()), "dB")
            .with("bandwidth", modulator.optics().bandwidth() * 1e-9, "GHz")
            .with("insertionLoss", -Decibels.ofRatio(modulator.optics().transmission()), "dB")
            .with("energyPerSymbol", modulator.drive().energyPerSymbol() * 1e15, "fJ")
            .footprint(modulator.footprint());
    modulator.optics().halfWaveVoltage().ifPresent(v -> entry.with("halfWaveVoltage", v, "V"));
    return entry.preset();
  }

  private static Preset of(MicroringModulator ring) {
    return new Entry(ring.name(), "ring", "Microring modulator " + ring.name(), ring.provenance())
        .with("insertionLoss", -Decibels.ofRatio(ring.loss().coupled()), "dB")
        .with("uncoupledLoss", -Decibels.ofRatio(ring.loss().uncoupled()), "dB")
        .with("energyPerSymbol", ring.drive().energyPerSymbol() * 1e15, "fJ")
        .with("staticPower", ring.drive().staticPower() * 1e3, "mW")
        .footprint(ring.footprint())
        .preset();
  }

  private static Preset of(RingPreset preset) {
    return new Entry(preset.name(), "ring", "Ring on one bus " + preset.name(), preset.provenance())
        .with("selfCoupling", preset.ring().selfCoupling(), "")
        .with("roundTrip", preset.ring().roundTrip(), "")
        .with("circumference", preset.ring().resonance().circumference() * 1e6, "µm")
        .with("groupIndex", preset.ring().resonance().groupIndex(), "")
        .with("wavelength", preset.ring().resonance().wavelength() * 1e9, "nm")
        .with("statedWidth", preset.statedWidth() * 1e9, "nm")
        .with("width", preset.ring().fullWidth() * 1e9, "nm", FORMULA)
        .with(
            "freeSpectralRange", preset.ring().resonance().freeSpectralRange() * 1e9, "nm", FORMULA)
        .with("quality", preset.ring().quality(), "", FORMULA)
        .preset();
  }

  private static Preset of(Coupler coupler) {
    return new Entry(
            coupler.name(), "passive", "Two-by-two coupler " + coupler.name(), coupler.provenance())
        .with("crossRatio", coupler.crossRatio(), "")
        .with("insertionLoss", -Decibels.ofRatio(coupler.transmission()), "dB")
        .footprint(coupler.footprint())
        .preset();
  }

  private static Preset of(PassiveElement element) {
    Entry entry =
        new Entry(
            element.name(), "passive", "Passive element " + element.name(), element.provenance());
    if (element.lossDecibels() > 0) {
      entry.with("insertionLoss", element.lossDecibels(), "dB");
    } else {
      entry.with("insertionLoss", 0, "dB", Provenance.assumed("the source states none"));
    }
    return entry
        .with("staticPower", element.staticPower() * 1e3, "mW")
        .footprint(element.footprint())
        .preset();
  }

  private static Preset of(Photodiode diode) {
    return new Entry(diode.name(), "photodiode", "Photodiode " + diode.name(), diode.provenance())
        .with("responsivity", diode.responsivity(), "A/W")
        .with("darkCurrent", diode.totalDarkCurrent() * 1e9, "nA")
        .with("bandwidth", diode.response().bandwidth() * 1e-9, "GHz")
        .with("biasPower", diode.biasPower() * 1e3, "mW")
        .footprint(diode.footprint())
        .preset();
  }

  private static Preset laser() {
    Laser laser = Laser.lightening(new Laser.Light(1550e-9, 0, Double.NEGATIVE_INFINITY, 0));
    return new Entry(
            laser.name(),
            "laser",
            "Laser LT_Laser; its sources state neither intensity noise nor linewidth",
            laser.provenance())
        .with("wallPlugEfficiency", laser.wallPlugEfficiency(), "")
        .footprint(laser.footprint())
        .preset();
  }

  private static Preset waveguide() {
    return new Entry(
            "waveguide",
            "passive",
            "Strip waveguide",
            Provenance.published("SimPhony, configs/devices/photonics/waveguide.yml"))
        .with("loss", PassiveElement.WAVEGUIDE_DECIBELS_PER_METRE / 100, "dB/cm")
        .preset();
  }

  /** Values that are often used without a source. */
  static Preset assumed() {
    List<DevicePresets.AssumedValue> values = DevicePresets.assumed();
    Entry entry =
        new Entry(
            "assumed-values",
            "assumed",
            "Values often used without a source; nobody's default",
            values.getFirst().provenance());
    values.forEach(one -> entry.with(one.name(), one.value(), one.unit(), one.provenance()));
    return entry.preset();
  }
}
