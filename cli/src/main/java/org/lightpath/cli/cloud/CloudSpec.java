package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cloud.fidelity.PlacementPolicy;
import org.lightpath.cloud.fidelity.Scaling;
import org.lightpath.core.field.Precision;

/**
 * A cloud experiment, checked.
 *
 * @param values what the file says
 * @param folder where relative file names begin
 * @param cases networks and centres that execute the model
 * @param batch what the cases differ in
 * @param execution how the model is run
 */
record CloudSpec(
    Values values,
    Path folder,
    List<CloudCase> cases,
    Optional<Outcome.Batch> batch,
    Execution execution) {
  CloudSpec {
    cases = List.copyOf(cases);
  }

  /**
   * How the model is run.
   *
   * @param fidelity how truly light is simulated
   * @param policy where products run
   * @param scaling of operands
   * @param calibration samples and share of the values within a full scale
   * @param extras samples of comparisons
   * @param numbers precision and seed
   */
  record Execution(
      ExecutionKeys.Fidelity fidelity,
      PlacementPolicy policy,
      Scaling scaling,
      Calibration calibration,
      Extras extras,
      Numbers numbers) {}

  /**
   * Calibration of full scales.
   *
   * @param samples run digitally
   * @param share of the moduli within a full scale
   * @param peaks whether converters of readouts pass the largest output of the calibration
   */
  record Calibration(int samples, double share, boolean peaks) {}

  /**
   * What is measured beside.
   *
   * @param waveformSamples sent as waveforms by a behavioural run; 0 for none
   * @param sensitivitySamples run for each product alone; 0 for none
   */
  record Extras(int waveformSamples, int sensitivitySamples) {}

  /** Precision and seed. */
  record Numbers(Precision precision, long seed) {}

  /** Opens the model with what it is asked to make. The caller closes it. */
  Workload workload() {
    return new WorkloadSetup(values, folder).open();
  }
}
