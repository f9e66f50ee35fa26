package org.lightpath.fiber.pulse;

import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.TimeGrid;

/**
 * What came out of a pulse experiment. Whoever ran it closes it, and with it the saved fields.
 *
 * @param grid times and frequencies of the samples
 * @param positions z [m] of the saved fields; the first is 0, the last L unless the run was
 *     cancelled
 * @param fields the batch at each position
 * @param measurements one list for each position, in it one entry for each field of the batch
 * @param stepPlans plan of each stretch between positions; empty if steps were found on the way
 * @param steps steps taken in all by each field; the most of any, where they were found on the way
 * @param rejectedSteps steps that were computed and thrown away, over the batch
 * @param transforms Fourier transforms of one mode of one field, over the batch
 * @param stepError estimated relative error of the last field that the finite steps cause: a third
 *     of its distance from the field computed with steps joined in pairs (Richardson, order 2; for
 *     the generalised equation a fifteenth, order 4); largest over the batch; empty if it was not
 *     asked for
 * @param elapsed time of the propagation itself [s], without the estimate of the step error
 * @param completed false if a listener cancelled the run
 * @param warnings what a person should know, for instance light at the edge of the window
 */
public record PulseResult(
    TimeGrid grid,
    List<Double> positions,
    List<ComplexField> fields,
    List<List<PulseMeasurement>> measurements,
    List<StepPlan> stepPlans,
    long steps,
    long rejectedSteps,
    long transforms,
    OptionalDouble stepError,
    double elapsed,
    boolean completed,
    List<String> warnings)
    implements AutoCloseable {
  /** Copies the lists. */
  public PulseResult {
    positions = List.copyOf(positions);
    fields = List.copyOf(fields);
    measurements = List.copyOf(measurements);
    stepPlans = List.copyOf(stepPlans);
    warnings = List.copyOf(warnings);
  }

  /** Measurement of a field at the last position. */
  public PulseMeasurement last(int field) {
    return measurements.getLast().get(field);
  }

  @Override
  public void close() {
    fields.forEach(ComplexField::close);
  }
}
