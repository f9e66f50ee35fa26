package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.fiber.transceiver.Polarisations;

/** Says why a number that a reader of link results looks for is missing. */
final class LinkNotes {
  private LinkNotes() {}

  /**
   * Notes on the metrics of all cases.
   *
   * @param cases metrics, NaN or infinite where there is no number
   */
  static List<String> of(LinkSpec spec, List<Map<String, Double>> cases) {
    List<String> notes = new ArrayList<>();
    if (missing(cases, "gnSnr_dB")) {
      notes.add("no SNR by the GN model (gnSnr_dB): it does not hold " + beyondGn(spec));
    }
    if (missing(cases, "osnr_dB")) {
      notes.add("osnr_dB is null: no amplifier adds noise, so the ratio is infinite");
    }
    if (missing(cases, "ber")) {
      notes.add("ber and gmi_bit are null: the modulation format carries no bits to count");
    }
    return notes;
  }

  private static boolean missing(List<Map<String, Double>> cases, String name) {
    return cases.stream().anyMatch(one -> !Double.isFinite(one.getOrDefault(name, 0.0)));
  }

  private static String beyondGn(LinkSpec spec) {
    if (spec.receiver().backPropagation().isPresent()) {
      return "for a receiver that takes nonlinearity back";
    }
    if (spec.transmitter().waveform().polarisations() == Polarisations.SINGLE) {
      return "for light in one of two polarisations";
    }
    return "unless each span is one fibre with loss and dispersion, then an amplifier, and no filter"
        + " cuts into a channel";
  }
}
