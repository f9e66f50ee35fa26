package org.lightpath.photonic.energy;

import java.util.List;
import org.lightpath.photonic.device.Coupler;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.PassiveElement;
import org.lightpath.photonic.device.Provenance;

/**
 * Area of the devices of any core: published footprints times counts. Wiring, gaps, splitters,
 * lasers and memory are left out, so it is a lower bound.
 *
 * <p>Counts for c cores of H × W outputs and N wavelengths, f_x and f_w the fan-outs: encoders
 * c·H·W·N (1/f_x + 1/f_w), couplers and shifters c·H·W, diodes as many for each output as the
 * readout has, amplifiers and converters c·H·W over the cores that share one.
 */
public final class CoreArea {
  private static final Provenance COUNTED =
      Provenance.derived("footprints of the devices times their counts; no wiring, gaps, memory");

  private CoreArea() {}

  /** Area by component. */
  public static AreaBreakdown of(CoreDesign design) {
    CoreDesign.Array array = design.array();
    CoreDesign.Reuse reuse = design.reuse();
    CoreDesign.Readout readout = design.parts().readout();
    double macs = array.tile().macsPerCycle() * array.cores();
    double encoders = macs * (1 / reuse.inputFanOut() + 1 / reuse.weightFanOut());
    double outputs = (double) array.tile().rows() * array.tile().columns() * array.cores();
    double readouts = outputs / reuse.coresPerReadout();
    double node =
        Coupler.LT_DC.footprint().area() + PassiveElement.MEMS_PHASE_SHIFTER.footprint().area();
    return new AreaBreakdown(
        design.name(),
        List.of(
            part(Component.DAC, encoders * design.parts().dac().rating().area()),
            part(Component.MZM, encoders * MachZehnderModulator.LT_MZM.footprint().area()),
            part("couplers and shifters", outputs * node),
            part(
                Component.PHOTODIODE,
                outputs * readout.photodiodes() * readout.photodiode().footprint().area()),
            part(Component.TIA, readouts * readout.amplifier().area()),
            part(Component.ADC, readouts * readout.adc().rating().area())));
  }

  private static AreaBreakdown.Part part(String name, double squareMetres) {
    return new AreaBreakdown.Part(name, squareMetres, COUNTED);
  }
}
