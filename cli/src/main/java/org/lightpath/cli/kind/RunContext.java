package org.lightpath.cli.kind;

import org.lightpath.cli.run.Interrupts;
import org.lightpath.cli.run.ProgressPrinter;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cli.run.RunLog;
import org.lightpath.fiber.Progress;

/**
 * Where a run writes and who hears of it.
 *
 * @param folder the run folder
 * @param log the run's log
 * @param printer tells a person how far it is
 * @param interrupts says whether somebody asked it to stop
 * @param fingerprint identifies the experiment, engine and precision, so that a checkpoint of
 *     another run is never continued
 */
public record RunContext(
    RunFolder folder,
    RunLog log,
    ProgressPrinter printer,
    Interrupts interrupts,
    String fingerprint) {
  /** Tells of a progress. */
  public void progress(Progress progress) {
    printer.print(progress);
  }

  /** Whether the run should stop at the next safe point. */
  public boolean cancelled() {
    return interrupts.requested();
  }
}
