package org.lightpath.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGINT and SIGTERM into a request to stop at the next safe point.
 *
 * <p>The JVM answers both signals by running its shutdown hooks and then ending with 128 + signal.
 * The hook asks the run to stop, waits until it has written its checkpoint, and ends the process
 * with {@link org.lightpath.cli.ExitCode#INTERRUPTED}, whichever of the two signals it was.
 */
public final class Interrupts implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 600;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private final int exitCode;
  private volatile boolean requested;

  private Interrupts(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Begins to listen. */
  public static Interrupts listen(int exitCode) {
    Interrupts interrupts = new Interrupts(exitCode);
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void stop() {
    requested = true;
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the run did not reach a safe point in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /** Whether somebody asked the run to stop. */
  public boolean requested() {
    return requested;
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The shutdown has begun and the hook ends the process: wait for it here.
      Thread.currentThread().suspendUntilHalt();
    }
  }
}
