package org.lightpath.cloud.account;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.published.LighteningDesign;
import org.lightpath.photonic.energy.published.Scenarios;

/** Settings to start from. None of them is the paper's experiment, whose hardware is unknown. */
public final class CloudScenarios {
  private CloudScenarios() {}

  /**
   * example-118p6 as a setting: LT-B at 4 bits, read out every cycle, both streams over 4.96 dB.
   *
   * <p>With tiles that are full, its core spends 118.6 mW/TOPS less adders and memory, which {@link
   * Scenarios#example118p6()} takes from the artefact and an account counts by the number. It meets
   * 118.6 by the choice of the loss: ours, not the paper's.
   */
  public static CloudSetting example118p6() {
    CoreDesign core = LighteningDesign.base(4).core();
    return new CloudSetting(
        AccountPresets.hardware(core), AccountPresets.paths(), AccountPresets.rules());
  }

  /** The paper's experiment, every unknown marked. */
  public static PaperExperiment paper() {
    return PaperExperiment.known();
  }

  /**
   * The paper's experiment with our numbers where it states none: those of a setting.
   *
   * @param setting that a run takes
   * @param models that it runs
   */
  public static PaperExperiment paperFilledFrom(CloudSetting setting, String models) {
    CoreDesign core = setting.hardware().core();
    CoreDesign.Operation operation = core.operation();
    Map<String, String> ours = new TreeMap<>();
    ours.put(
        "chipType",
        "%s: %d x %d outputs, %d cores"
            .formatted(
                core.name(),
                core.array().tile().rows(),
                core.array().tile().columns(),
                core.array().cores()));
    ours.put(
        "modulator",
        String.format(
            Locale.ROOT,
            "%.4g fJ a symbol, %.4g mW static",
            core.parts().modulator().energyPerSymbol() * 1e15,
            core.parts().modulator().staticPower() * 1e3));
    ours.put("detection", core.parts().readout().photodiodes() + " diodes an output");
    int passes = setting.rules().passes();
    ours.put("signedEncoding", passes == 1 ? "signed detection" : passes + " passes of light");
    ours.put("wavelengths", Integer.toString(core.array().tile().wavelengths()));
    ours.put("symbolRate", String.format(Locale.ROOT, "%.4g GBd", operation.clock() * 1e-9));
    ours.put("bits", Integer.toString(operation.bits()));
    ours.put("definitionOfTops", operation.operation().label());
    ours.put("powerBreakdown", "account of this run");
    ours.put("modelNames", models);
    return PaperExperiment.known().filled(ours);
  }
}
