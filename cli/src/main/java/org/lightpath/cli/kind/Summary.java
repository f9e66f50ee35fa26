package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.run.Provenance;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;

/** Makes {@code summary.json}. */
public final class Summary {
  /** Version of the run folder. */
  public static final int SCHEMA_VERSION = 1;

  /** Field error above which an SNR of 20 dB is visibly wrong: its square is a tenth of 10⁻². */
  private static final double LARGE_STEP_ERROR = 0.03;

  /** Metrics that every completed run of a kind has (docs/run-folder.md). */
  private static final Set<String> PROMISED =
      Set.of(
          "peakPower_W",
          "fwhm_s",
          "energy_J",
          "energyError_rel",
          "photonNumberError_rel",
          "spectralPeak_Hz",
          "timeOfPeak_s",
          "band20dBLow_m",
          "band20dBHigh_m",
          "launchPower_dBm",
          "receivedPower_dBm",
          "snr_dB",
          "snrMin_dB",
          "osnr_dB",
          "ber",
          "gmi_bit");

  private final ExperimentFile experiment;
  private final Engine engine;
  private final String command;

  /**
   * A maker of summaries.
   *
   * @param experiment what was run
   * @param engine what computed
   * @param command the command line
   */
  public Summary(ExperimentFile experiment, Engine engine, String command) {
    this.experiment = experiment;
    this.engine = engine;
    this.command = command;
  }

  /** The summary of a run that ended by itself or was interrupted. */
  public ObjectNode of(Outcome outcome, RunPlan plan, double elapsedSeconds) {
    ObjectNode node = head(outcome.completed() ? "completed" : "interrupted");
    node.put("steps", outcome.steps()).put("transforms", outcome.transforms());
    node.put("elapsed_s", elapsedSeconds).put("computeElapsed_s", outcome.computeSeconds());
    EngineCounters counters = engine.counters();
    node.put("bytesUploaded", counters.bytesUploaded());
    node.put("bytesDownloaded", counters.bytesDownloaded());
    node.put("peakDeviceMemory_bytes", counters.peakDeviceMemoryBytes());
    switch (plan) {
      case FieldRunPlan fields -> {
        node.put("samples", fields.shape().samples());
        node.put("fields", fields.shape().batch() * fields.shape().modes());
      }
      case ProductRunPlan products -> node.put("macs", products.macs());
    }
    if (!outcome.completed()) {
      node.putObject("metrics");
    } else {
      node.set("metrics", metrics(outcome.cases().getFirst()));
      outcome.batch().ifPresent(batch -> addBatch(node, batch, outcome.cases()));
    }
    outcome.facts().forEach(node::put);
    ObjectNode timing = node.putObject("timing");
    outcome.timing().forEach(timing::put);
    ArrayNode warnings = node.putArray("warnings");
    experiment.problems().warnings().forEach(one -> warnings.add(one.message()));
    outcome.warnings().forEach(warnings::add);
    stepWarning(outcome).ifPresent(warnings::add);
    ArrayNode notes = node.putArray("notes");
    outcome.notes().forEach(notes::add);
    node.set("provenance", provenance());
    return node;
  }

  /** What to tell of a step error that is too large to trust the field. */
  static Optional<String> stepWarning(Outcome outcome) {
    double largest =
        outcome.cases().stream()
            .mapToDouble(one -> one.getOrDefault("stepError_rel", Double.NaN))
            .filter(error -> error > LARGE_STEP_ERROR)
            .max()
            .orElse(0);
    return largest == 0
        ? Optional.empty()
        : Optional.of(
            "the estimated step error is %.2g of the field; take more steps (section steps)"
                .formatted(largest));
  }

  /** The summary of a run that failed. */
  public ObjectNode failed(String reason, double elapsedSeconds) {
    ObjectNode node = head("failed");
    node.put("error", reason).put("steps", 0).put("transforms", 0);
    node.put("elapsed_s", elapsedSeconds).put("computeElapsed_s", 0.0);
    EngineCounters counters = engine.counters();
    node.put("bytesUploaded", counters.bytesUploaded());
    node.put("bytesDownloaded", counters.bytesDownloaded());
    node.put("peakDeviceMemory_bytes", counters.peakDeviceMemoryBytes());
    node.putObject("metrics");
    node.set("provenance", provenance());
    return node;
  }

  private ObjectNode head(String status) {
    Values values = experiment.values();
    DeviceDescription device = engine.device();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("schemaVersion", SCHEMA_VERSION).put("kind", experiment.kind().name());
    node.put("name", values.get(CommonKeys.NAME)).put("status", status);
    values.find(CommonKeys.DESCRIPTION).ifPresent(text -> node.put("description", text));
    node.putObject("engine")
        .put("name", device.engine())
        .put("device", device.name())
        .put("driver", device.driver());
    node.put("precision", CommonKeys.word(values.get(CommonKeys.PRECISION)));
    return node.put("seed", values.get(CommonKeys.SEED));
  }

  private static void addBatch(
      ObjectNode node, Outcome.Batch batch, List<Map<String, Double>> cases) {
    ArrayNode values =
        node.putObject("batch")
            .put("parameter", batch.parameter())
            .put("unit", batch.unit())
            .putArray("values");
    if (batch.names().isEmpty()) {
      batch.values().forEach(values::add);
    } else {
      batch.names().forEach(values::add);
    }
    ArrayNode all = node.putArray("cases");
    cases.forEach(one -> all.add(metrics(one)));
  }

  /**
   * JSON has no infinity and no NaN: such a metric is null if every run of its kind promises it,
   * and left out otherwise.
   */
  static ObjectNode metrics(Map<String, Double> metrics) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    metrics.forEach(
        (name, value) -> {
          if (Double.isFinite(value)) {
            node.put(name, value);
          } else if (PROMISED.contains(name)) {
            node.putNull(name);
          }
        });
    return node;
  }

  private ObjectNode provenance() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("version", Provenance.version())
        .put("gitCommit", Provenance.gitCommit())
        .put("jdk", Provenance.jdk())
        .put("os", Provenance.os())
        .put("command", command);
  }
}
