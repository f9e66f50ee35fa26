package org.lightpath.cloud.account;

import java.util.List;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.LinkBudget;
import org.lightpath.photonic.energy.TileShape;

/** The numbers of a setting that {@link Sensitivity} varies. */
final class SettingParameters {
  private SettingParameters() {}

  static List<SettingParameter> all() {
    return List.of(
        receivedPower(),
        wallPlug(),
        chipLoss(),
        inputLoss(),
        weightLoss(),
        clock(),
        tile("rows (weight fan-out)", TileShape::rows, SettingParameters::rows),
        tile("columns (input fan-out)", TileShape::columns, SettingParameters::columns),
        tile("wavelengths", TileShape::wavelengths, SettingParameters::wavelengths),
        tile("integration length", TileShape::timeSteps, SettingParameters::timeSteps),
        core(
            "modulator energy",
            "J",
            core -> core.parts().modulator().energyPerSymbol(),
            (core, value) ->
                CoreEdits.modulator(
                    core, new ModulatorDrive(value, core.parts().modulator().staticPower()))),
        core(
            "modulator static power",
            "W",
            core -> core.parts().modulator().staticPower(),
            (core, value) ->
                CoreEdits.modulator(
                    core, new ModulatorDrive(core.parts().modulator().energyPerSymbol(), value))),
        core("DAC rated power", "W", core -> core.parts().dac().rating().power(), CoreEdits::dac),
        core(
            "ADC rated power",
            "W",
            core -> core.parts().readout().adc().rating().power(),
            CoreEdits::adc),
        core(
            "TIA power",
            "W",
            core -> core.parts().readout().amplifier().power(),
            CoreEdits::amplifier),
        core(
            "photodiode bias power",
            "W",
            core -> core.parts().readout().photodiode().biasPower(),
            CoreEdits::photodiode),
        mainMemory(),
        buffer(),
        operation(),
        bitEnergy(),
        batch());
  }

  private interface CoreReader {
    double of(CoreDesign core);
  }

  private interface CoreWriter {
    CoreDesign with(CoreDesign core, double value);
  }

  private interface TileReader {
    int of(TileShape tile);
  }

  private interface TileWriter {
    TileShape with(TileShape tile, int value);
  }

  private static SettingParameter core(
      String name, String unit, CoreReader reader, CoreWriter writer) {
    return new SettingParameter(
        name,
        unit,
        setting -> reader.of(setting.hardware().core()),
        (setting, value) -> with(setting, writer.with(setting.hardware().core(), value)),
        SettingParameter.halfToDouble());
  }

  private static SettingParameter tile(String name, TileReader reader, TileWriter writer) {
    return new SettingParameter(
        name,
        "",
        setting -> reader.of(setting.hardware().core().array().tile()),
        (setting, value) -> {
          CoreDesign core = setting.hardware().core();
          TileShape tile = writer.with(core.array().tile(), Math.toIntExact(Math.round(value)));
          return with(setting, CoreEdits.tile(core, tile));
        },
        SettingParameter.wholeHalfToDouble());
  }

  private static TileShape rows(TileShape old, int value) {
    return new TileShape(value, old.columns(), old.wavelengths(), old.timeSteps());
  }

  private static TileShape columns(TileShape old, int value) {
    return new TileShape(old.rows(), value, old.wavelengths(), old.timeSteps());
  }

  private static TileShape wavelengths(TileShape old, int value) {
    return new TileShape(old.rows(), old.columns(), value, old.timeSteps());
  }

  private static TileShape timeSteps(TileShape old, int value) {
    return new TileShape(old.rows(), old.columns(), old.wavelengths(), value);
  }

  private static CloudSetting with(CloudSetting setting, CoreDesign core) {
    CentreHardware old = setting.hardware();
    return setting.with(
        new CentreHardware(core, old.lasers(), old.memory(), old.processor(), old.delays()));
  }

  private static CloudSetting with(CloudSetting setting, CentreHardware.Lasers lasers) {
    CentreHardware old = setting.hardware();
    return setting.with(
        new CentreHardware(old.core(), lasers, old.memory(), old.processor(), old.delays()));
  }

  private static CloudSetting with(CloudSetting setting, CentreHardware.Memory memory) {
    CentreHardware old = setting.hardware();
    return setting.with(
        new CentreHardware(old.core(), old.lasers(), memory, old.processor(), old.delays()));
  }

  private static CloudSetting with(CloudSetting setting, CentreHardware.Processor processor) {
    CentreHardware old = setting.hardware();
    return setting.with(
        new CentreHardware(old.core(), old.lasers(), old.memory(), processor, old.delays()));
  }

  private static SettingParameter receivedPower() {
    return new SettingParameter(
        "received power",
        "W",
        setting -> setting.hardware().lasers().receivedPower(),
        (setting, value) -> {
          CentreHardware.Lasers old = setting.hardware().lasers();
          return with(
              setting,
              new CentreHardware.Lasers(
                  value,
                  old.inputShare(),
                  old.chip(),
                  old.wallPlugEfficiency(),
                  old.extinctionRatio()));
        },
        SettingParameter.halfToDouble());
  }

  private static SettingParameter wallPlug() {
    return new SettingParameter(
        "wall-plug efficiency",
        "",
        setting -> setting.hardware().lasers().wallPlugEfficiency(),
        (setting, value) -> {
          CentreHardware.Lasers old = setting.hardware().lasers();
          return with(
              setting,
              new CentreHardware.Lasers(
                  old.receivedPower(), old.inputShare(), old.chip(), value, old.extinctionRatio()));
        },
        (setting, value) -> new SettingParameter.Range(value / 2, Math.min(1, value * 2)));
  }

  private static SettingParameter chipLoss() {
    return new SettingParameter(
        "loss of the chip with margin",
        "dB",
        setting -> setting.hardware().lasers().chip().totalDecibels(),
        (setting, value) -> {
          CentreHardware.Lasers old = setting.hardware().lasers();
          LinkBudget.Loss sum =
              new LinkBudget.Loss("chip", value, Provenance.assumed("varied to see its effect"));
          return with(
              setting,
              new CentreHardware.Lasers(
                  old.receivedPower(),
                  old.inputShare(),
                  LinkBudget.of(List.of(sum)),
                  old.wallPlugEfficiency(),
                  old.extinctionRatio()));
        },
        SettingParameter.threeDecibels());
  }

  private static SettingParameter inputLoss() {
    return new SettingParameter(
        "loss of the inputs' path",
        "dB",
        setting -> setting.paths().inputs().lossDecibels(),
        (setting, value) -> {
          CloudPaths old = setting.paths();
          return setting.with(
              new CloudPaths(
                  old.inputs().withLoss(value), old.weights(), old.results(), old.digital()));
        },
        SettingParameter.threeDecibels());
  }

  private static SettingParameter weightLoss() {
    return new SettingParameter(
        "loss of the weights' path",
        "dB",
        setting -> setting.paths().weights().lossDecibels(),
        (setting, value) -> {
          CloudPaths old = setting.paths();
          return setting.with(
              new CloudPaths(
                  old.inputs(), old.weights().withLoss(value), old.results(), old.digital()));
        },
        SettingParameter.threeDecibels());
  }

  /** No faster than the converters. */
  private static SettingParameter clock() {
    return new SettingParameter(
        "symbol rate",
        "1/s",
        setting -> setting.hardware().core().operation().clock(),
        (setting, value) -> with(setting, CoreEdits.clock(setting.hardware().core(), value)),
        (setting, value) -> {
          CoreDesign core = setting.hardware().core();
          double dac = core.parts().dac().rating().sampleRate();
          double adc =
              core.parts().readout().adc().rating().sampleRate() * core.array().tile().timeSteps();
          return new SettingParameter.Range(value / 2, Math.min(2 * value, Math.min(dac, adc)));
        });
  }

  private static SettingParameter mainMemory() {
    return new SettingParameter(
        "energy of main memory",
        "J/byte",
        setting -> setting.hardware().memory().mainJoulesPerByte(),
        (setting, value) -> {
          CentreHardware.Memory old = setting.hardware().memory();
          return with(
              setting,
              new CentreHardware.Memory(
                  value, old.bufferJoulesPerByte(), old.mainBytesPerSecond()));
        },
        SettingParameter.halfToDouble());
  }

  private static SettingParameter buffer() {
    return new SettingParameter(
        "energy of the buffer",
        "J/byte",
        setting -> setting.hardware().memory().bufferJoulesPerByte(),
        (setting, value) -> {
          CentreHardware.Memory old = setting.hardware().memory();
          return with(
              setting,
              new CentreHardware.Memory(old.mainJoulesPerByte(), value, old.mainBytesPerSecond()));
        },
        SettingParameter.halfToDouble());
  }

  private static SettingParameter operation() {
    return new SettingParameter(
        "energy of a digital operation",
        "J",
        setting -> setting.hardware().processor().joulesPerOperation(),
        (setting, value) -> {
          CentreHardware.Processor old = setting.hardware().processor();
          return with(
              setting,
              new CentreHardware.Processor(
                  value, old.operationsPerSecond(), old.joulesPerMac(), old.macsPerSecond()));
        },
        SettingParameter.halfToDouble());
  }

  private static SettingParameter bitEnergy() {
    return new SettingParameter(
        "energy of a bit sent",
        "J",
        setting -> setting.paths().digital().joulesPerBit(),
        (setting, value) -> {
          CloudPaths old = setting.paths();
          CloudPaths.DigitalLink link = old.digital();
          return setting.with(
              new CloudPaths(
                  old.inputs(),
                  old.weights(),
                  old.results(),
                  new CloudPaths.DigitalLink(value, link.bitsPerSecond(), link.bitsPerValue())));
        },
        SettingParameter.halfToDouble());
  }

  private static SettingParameter batch() {
    return new SettingParameter(
        "batch",
        "",
        setting -> setting.rules().batch(),
        (setting, value) ->
            setting.with(setting.rules().withBatch(Math.toIntExact(Math.round(value)))),
        SettingParameter.wholeHalfToDouble());
  }
}
