package org.lightpath.cli.link;

import org.lightpath.cli.kind.RunContext;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.link.LinkListener;
import org.lightpath.fiber.link.LinkState;

/** Prints the progress, keeps checkpoints, and stops the run after one when asked to. */
final class LinkWatcher implements LinkListener {
  private final RunContext run;
  private final LinkCheckpoints checkpoints;
  private final double interval;
  private double lastCheckpoint;
  private boolean stopping;

  /**
   * A watcher.
   *
   * @param interval least time between checkpoints [s]
   */
  LinkWatcher(RunContext run, LinkCheckpoints checkpoints, double interval) {
    this.run = run;
    this.checkpoints = checkpoints;
    this.interval = interval;
  }

  @Override
  public void progress(Progress progress) {
    run.progress(progress);
  }

  @Override
  public boolean checkpointWanted(Progress progress) {
    // Decided once for a span: a request that comes while the checkpoint is written waits for the
    // next span, because a run must not stop without one.
    boolean finished = progress.done() == progress.total();
    stopping = !finished && run.cancelled();
    boolean due = progress.elapsed() - lastCheckpoint >= interval;
    if (due) {
      lastCheckpoint = progress.elapsed();
    }
    return stopping || (due && !finished);
  }

  @Override
  public void checkpoint(LinkState state) {
    checkpoints.write(state);
  }

  @Override
  public boolean cancelled() {
    return stopping;
  }
}
