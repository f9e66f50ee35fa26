package org.lightpath.cloud.account;

import java.util.function.UnaryOperator;
import org.lightpath.photonic.device.AnalogDigitalConverter;
import org.lightpath.photonic.device.ConverterRating;
import org.lightpath.photonic.device.DigitalAnalogConverter;
import org.lightpath.photonic.device.ModulatorDrive;
import org.lightpath.photonic.device.Photodiode;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.TileShape;

/** Cores that differ from a given one in one number. */
final class CoreEdits {
  private CoreEdits() {}

  static CoreDesign operation(CoreDesign core, UnaryOperator<CoreDesign.Operation> change) {
    return new CoreDesign(
        core.name(), core.array(), change.apply(core.operation()), core.reuse(), core.parts());
  }

  static CoreDesign clock(CoreDesign core, double clock) {
    return operation(
        core,
        old -> new CoreDesign.Operation(clock, old.bits(), old.readoutBits(), old.operation()));
  }

  /** Another tile; fan-outs keep their ratio to its rows and columns. */
  static CoreDesign tile(CoreDesign core, TileShape tile) {
    TileShape old = core.array().tile();
    CoreDesign.Reuse reuse = core.reuse();
    return new CoreDesign(
        core.name(),
        new CoreDesign.Array(tile, core.array().cores()),
        core.operation(),
        new CoreDesign.Reuse(
            reuse.inputFanOut() * tile.columns() / old.columns(),
            reuse.weightFanOut() * tile.rows() / old.rows(),
            reuse.coresPerReadout()),
        core.parts());
  }

  private static CoreDesign parts(CoreDesign core, CoreDesign.Parts parts) {
    return new CoreDesign(core.name(), core.array(), core.operation(), core.reuse(), parts);
  }

  static CoreDesign modulator(CoreDesign core, ModulatorDrive drive) {
    return parts(core, new CoreDesign.Parts(drive, core.parts().dac(), core.parts().readout()));
  }

  static CoreDesign dac(CoreDesign core, double watts) {
    DigitalAnalogConverter old = core.parts().dac();
    DigitalAnalogConverter dac =
        new DigitalAnalogConverter(
            old.name(), rated(old.rating(), watts), old.law(), old.provenance());
    return parts(core, new CoreDesign.Parts(core.parts().modulator(), dac, core.parts().readout()));
  }

  private static ConverterRating rated(ConverterRating old, double watts) {
    return new ConverterRating(old.bits(), old.sampleRate(), watts, old.area());
  }

  private static CoreDesign readout(CoreDesign core, CoreDesign.Readout readout) {
    return parts(core, new CoreDesign.Parts(core.parts().modulator(), core.parts().dac(), readout));
  }

  static CoreDesign adc(CoreDesign core, double watts) {
    CoreDesign.Readout old = core.parts().readout();
    AnalogDigitalConverter adc =
        new AnalogDigitalConverter(
            old.adc().name(),
            rated(old.adc().rating(), watts),
            old.adc().law(),
            old.adc().provenance());
    return readout(
        core, new CoreDesign.Readout(old.photodiode(), old.photodiodes(), old.amplifier(), adc));
  }

  static CoreDesign amplifier(CoreDesign core, double watts) {
    CoreDesign.Readout old = core.parts().readout();
    TransimpedanceAmplifier one = old.amplifier();
    return readout(
        core,
        new CoreDesign.Readout(
            old.photodiode(),
            old.photodiodes(),
            new TransimpedanceAmplifier(
                one.name(), one.noiseDensity(), watts, one.area(), one.provenance()),
            old.adc()));
  }

  static CoreDesign photodiode(CoreDesign core, double watts) {
    CoreDesign.Readout old = core.parts().readout();
    Photodiode one = old.photodiode();
    return readout(
        core,
        new CoreDesign.Readout(
            new Photodiode(one.name(), one.response(), watts, one.footprint(), one.provenance()),
            old.photodiodes(),
            old.amplifier(),
            old.adc()));
  }
}
