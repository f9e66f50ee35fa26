package org.lightpath.cli.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cloud.account.CloudScenarios;
import org.lightpath.cloud.account.PaperExperiment;
import org.lightpath.cloud.account.ServiceRate;
import org.lightpath.cloud.fidelity.StreamSpec;
import org.lightpath.datasets.model.ModelCard;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.photonic.core.HomodyneCore;
import org.lightpath.photonic.energy.TileShape;

/** What a reader should know of a run, in words. */
final class CloudFacts {
  private final CloudSpec spec;
  private final Workload workload;

  CloudFacts(CloudSpec spec, Workload workload) {
    this.spec = spec;
    this.workload = workload;
  }

  Map<String, String> of(List<CloudResult> results) {
    Map<String, String> facts = new LinkedHashMap<>();
    CloudCase first = spec.cases().getFirst();
    facts.put("model", model());
    facts.put("fidelityLevel", Types.hyphenated(spec.execution().fidelity()));
    facts.put("placement", placement(results));
    facts.put("core", core(first));
    facts.put("network", network(first));
    facts.put("light", light(first.streams().edge()));
    facts.put("operation", first.setting().hardware().core().operation().operation().label());
    facts.put(
        "exactness",
        "noise of an operand's symbol is drawn once and seen by all outputs that use it; noise of a"
            + " readout once for each readout; link effects are fitted from waveforms of the same"
            + " network");
    results.stream().findFirst().ifPresent(result -> facts.put("throughput", rate(result)));
    spec.values().find(CloudKeys.SCENARIO).ifPresent(_ -> facts.put("scenario", scenario(first)));
    return facts;
  }

  private String model() {
    return "%s; %d x %s in batches of %d"
        .formatted(described(), workload.samples(), workload.unit(), workload.batch());
  }

  private String described() {
    Values keys = spec.values().get(CloudKeys.MODEL);
    Optional<String> name = keys.find(ModelKeys.NAME);
    if (name.isPresent()) {
      ModelCard card = ShippedModels.card(name.get());
      return "%s: %s; %s; %s"
          .formatted(name.get(), card.title(), card.licence(), card.attribution());
    }
    return workload instanceof ShapeWorkload shapes
        ? "%s: %s; each distinct product alone, %d x %d outputs at most"
            .formatted(
                keys.get(ModelKeys.SHAPES),
                shapes.label(),
                ShapeWorkload.TILE.rows(),
                ShapeWorkload.TILE.columns())
        : keys.find(ModelKeys.FILE).orElse("model");
  }

  private static String placement(List<CloudResult> results) {
    return results.stream()
        .findFirst()
        .map(
            result ->
                String.format(
                    Locale.ROOT,
                    "%.1f %% of the multiply-accumulates by light",
                    100 * result.account().opticalShare()))
        .orElse("");
  }

  private static String core(CloudCase what) {
    HomodyneCore core = CentreMaker.homodyne(what.settings());
    return "%s, %d x %d outputs, readouts of %d symbols"
        .formatted(
            core.name(),
            what.setting().hardware().core().array().tile().rows(),
            what.setting().hardware().core().array().tile().columns(),
            core.circuit().integrationLength());
  }

  private static String network(CloudCase what) {
    NetworkScenario scenario = what.network();
    TileShape tile = what.setting().hardware().core().array().tile();
    int cores = what.setting().hardware().core().array().cores();
    return ("%s: centre %s, %d edge nodes; inputs of %s over %s; energy and time take a channel for each"
            + " of %d streams of inputs and %d of weights, of which the network routes %d each")
        .formatted(
            scenario.network().name(),
            scenario.centre(),
            scenario.services().size(),
            scenario.simulated().edge(),
            scenario.simulated().inputs().lightpath().path(),
            tile.rows() * cores,
            tile.columns() * cores,
            scenario.simulated().inputs().lightpath().channels().size());
  }

  private static String light(StreamSpec stream) {
    return String.format(
        Locale.ROOT,
        "%.2f dBm at full scale, %.3g GBd, %d neighbours on each side",
        10 * Math.log10(stream.light().launchPower() * 1e3),
        stream.shape().symbolRate() * 1e-9,
        stream.neighbours().perSide());
  }

  private static String rate(CloudResult result) {
    ServiceRate rate = result.account().rate();
    return String.format(
        Locale.ROOT,
        "a saturated centre makes %.4g a second, bound by its %s; one after the other %.4g",
        rate.inferencesPerSecond(),
        rate.bound().label(),
        rate.oneByOne());
  }

  /** What is known of the published experiment, and what this run has in place of the rest. */
  private String scenario(CloudCase what) {
    NetworkScenario.Stream inputs = what.network().simulated().inputs();
    PaperExperiment filled =
        CloudScenarios.paperFilledFrom(what.setting(), modelName())
            .filled(
                Map.of(
                    "fibreLength",
                    String.format(
                        Locale.ROOT, "%.1f km", inputs.lightpath().path().length() * 1e-3),
                    "nodeCount",
                    "%d edge nodes".formatted(what.network().services().size()),
                    "channelSpacing",
                    String.format(
                        Locale.ROOT, "%.4g GHz", what.network().plan().grid().spacing() * 1e-9)));
    StringBuilder text = new StringBuilder("Xing et al., Nat. Commun. 16:6097 (2025): ");
    for (PaperExperiment.Field field : filled.fields()) {
      text.append(field.name()).append(": ").append(field.label()).append(". ");
    }
    return text.toString().strip();
  }

  private String modelName() {
    return spec.values()
        .get(CloudKeys.MODEL)
        .find(ModelKeys.NAME)
        .or(() -> spec.values().get(CloudKeys.MODEL).find(ModelKeys.SHAPES))
        .orElse("a model of the user");
  }
}
