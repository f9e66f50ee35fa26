package org.lightpath.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lightpath.cli.ExitCode;

/**
 * Turns SIGINT and SIGTERM into a request to stop at the next safe point.
 *
 * <p>The JVM answers both signals by running its shutdown hooks and then ending with 128 + signal.
 * The hook asks the run to stop, waits until it has written its checkpoint, and ends the process
 * with the exit code of the run, whichever of the two signals it was.
 */
public final class Interrupts {
  private static final long PATIENCE_SECONDS = 600;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupt");
  private volatile boolean requested;
  private volatile int exitCode = ExitCode.FAILED;

  private Interrupts() {}

  /** Begins to listen. */
  public static Interrupts listen() {
    Interrupts interrupts = new Interrupts();
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void stop() {
    requested = true;
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("lightpath: the run did not reach a safe point in time");
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

  /** The run is over: no signal needs to wait any longer. */
  public void finish(int code) {
    exitCode = code;
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The shutdown has begun: the hook ends the process with the code given above.
      requested = true;
    }
  }
}
