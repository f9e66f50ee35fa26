package org.lightpath.core.cpu.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team of threads that runs one task at a time, all members together.
 *
 * <p>The caller is member 0. Barriers spin first, because a step of a split field takes tens of
 * microseconds, then yield, then sleep, so that an oversubscribed machine gets its cores back.
 */
public final class Workers implements AutoCloseable {
  /**
   * About 30 µs: longer than members of a team that all run ever wait, shorter than a time slice.
   */
  private static final int SPINS = 2_000;

  private static final int YIELDS = 200;
  private static final long NAP_NANOS = 20_000;

  /** What the team does. */
  @FunctionalInterface
  interface Task {
    /** One member's part. */
    void run(int worker);
  }

  private final Thread[] threads;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger phase = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private volatile @Nullable Task task;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;

  /** Starts {@code size − 1} threads. */
  public Workers(int size) {
    threads = new Thread[size - 1];
    for (int i = 0; i < threads.length; i++) {
      int worker = i + 1;
      threads[i] =
          Thread.ofPlatform().name("lightpath-cpu-" + worker).daemon().start(() -> serve(worker));
    }
  }

  /** Number of members, the caller included. */
  public int size() {
    return threads.length + 1;
  }

  /** Runs a task on all members and waits for the last. */
  void run(Task work) {
    if (threads.length == 0) {
      work.run(0);
      return;
    }
    failure = null;
    waiting.set(0);
    task = work;
    running.set(threads.length);
    started.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    attempt(work, 0);
    int idle = 0;
    while (running.get() != 0) {
      idle = rest(idle);
    }
    task = null;
    Throwable problem = failure;
    if (problem != null) {
      throw new IllegalStateException("a worker of the host engine failed", problem);
    }
  }

  /** Waits until all members have come here. */
  void barrier() {
    if (threads.length == 0) {
      return;
    }
    int mine = phase.get();
    if (waiting.incrementAndGet() == size()) {
      waiting.set(0);
      phase.incrementAndGet();
      return;
    }
    int idle = 0;
    while (phase.get() == mine) {
      if (failure != null) {
        throw new IllegalStateException("another worker of the host engine failed");
      }
      idle = rest(idle);
    }
  }

  private void serve(int worker) {
    int seen = 0;
    while (true) {
      int idle = 0;
      while (started.get() == seen) {
        if (closed) {
          return;
        }
        if (idle < SPINS + YIELDS) {
          idle = rest(idle);
        } else {
          LockSupport.park(this);
        }
      }
      seen = started.get();
      Task work = task;
      if (work != null) {
        attempt(work, worker);
      }
      running.decrementAndGet();
    }
  }

  private void attempt(Task work, int worker) {
    try {
      work.run(worker);
    } catch (RuntimeException | Error problem) {
      if (failure == null) {
        failure = problem;
      }
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // correct without the yield, faster with it
  private static int rest(int idle) {
    if (idle < SPINS) {
      Thread.onSpinWait();
    } else if (idle < SPINS + YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(NAP_NANOS);
      return idle;
    }
    return idle + 1;
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
