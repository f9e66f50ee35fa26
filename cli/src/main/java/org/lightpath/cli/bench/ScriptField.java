package org.lightpath.cli.bench;

import org.lightpath.core.field.ComplexField;

/** A field that a script works on. */
final class ScriptField implements FieldContender.Prepared {
  private final ScriptFamily.Ready ready;

  /** Takes what is ready, which is closed with this. */
  ScriptField(ScriptFamily.Ready ready) {
    this.ready = ready;
  }

  /** Time to make it ready, measured there [s]. */
  double prepareSeconds() {
    return ready.answer().path("seconds").asDouble(Double.NaN);
  }

  @Override
  public void load(ComplexField input) {
    ready.load(input.segment());
  }

  @Override
  public void run() {
    ready.run();
  }

  @Override
  public double turn(double leastSeconds) {
    return ready.turn(leastSeconds);
  }

  @Override
  public void store(ComplexField output) {
    ready.store(output.segment());
  }

  @Override
  public long memoryBytes() {
    return ready.answer().path("memory_bytes").asLong();
  }

  @Override
  public void close() {
    ready.close();
  }
}
