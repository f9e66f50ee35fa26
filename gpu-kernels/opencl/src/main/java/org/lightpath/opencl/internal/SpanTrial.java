package org.lightpath.opencl.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;
import org.lightpath.opencl.KernelBuildException;
import org.lightpath.opencl.internal.tuning.Trial;

/**
 * Times a propagation with different launches, on a queue and fields of its own. Every run begins
 * with a copy of the same fields: what many runs leave of a lossy field would be denormal.
 *
 * @param <V> a launch
 */
final class SpanTrial<V> implements Trial<V>, AutoCloseable {
  private static final long SEED = 21;

  /** More fields take longer and tell no more [B]. */
  private static final long MOST_BYTES = 1L << 28;

  private final SpanPlan span;
  private final DeviceInfo device;
  private final long memoryBytes;
  private final BiFunction<V, Workbench, DeviceProgram> maker;
  private @Nullable Fields fields;

  SpanTrial(
      SpanPlan span,
      DeviceInfo device,
      long memoryBytes,
      BiFunction<V, Workbench, DeviceProgram> maker) {
    this.span = span;
    this.device = device;
    this.memoryBytes = memoryBytes;
    this.maker = maker;
  }

  /** Fields on the device: as they begin, and as a run leaves them. */
  private final class Fields {
    final DeviceQueue queue = new DeviceQueue(device, new Ledger(), memoryBytes);
    final int count;
    final DeviceBuffer first;
    final DeviceBuffer work;

    Fields() {
      long most = Math.min(MOST_BYTES, Math.min(memoryBytes / 4, device.allocationBytes()));
      count = Math.clamp(most / span.bytes(1), 1, span.shape().batch());
      first = queue.allocate(bytes());
      work = queue.allocate(bytes());
      fill();
    }

    long bytes() {
      return span.bytes(count);
    }

    private void fill() {
      SplittableRandom random = new SplittableRandom(SEED);
      boolean single = span.precision() == Precision.SINGLE;
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment values = arena.allocate(bytes(), Double.BYTES);
        long reals = bytes() / span.precision().realBytes();
        for (long i = 0; i < reals; i++) {
          double value = random.nextDouble() - 0.5;
          if (single) {
            values.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
          } else {
            values.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
          }
        }
        queue.upload(values, first);
      }
    }

    void run(DeviceProgram program) {
      queue.copy(first, work, 0, bytes());
      program.enqueue(work, 0, count);
      queue.finish();
    }

    long digest() {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment values = arena.allocate(bytes(), Double.BYTES);
        queue.download(work, values);
        CRC32 crc = new CRC32();
        crc.update(values.asByteBuffer());
        return crc.getValue();
      }
    }

    void close() {
      work.close();
      first.close();
      queue.close();
    }
  }

  @Override
  public Optional<Timed> prepare(V launch) {
    try {
      Fields given = fields;
      if (given == null) {
        given = new Fields();
        fields = given;
      }
      return made(launch, given);
    } catch (UnsupportedPlanException
        | KernelBuildException
        | DeviceFailedException
        | CLException _) {
      return Optional.empty();
    }
  }

  private Optional<Timed> made(V launch, Fields given) {
    Workbench bench = new Workbench(given.queue);
    DeviceProgram program;
    try {
      program = maker.apply(launch, bench);
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
    if (program.isLaunchable()) {
      return Optional.of(new Ready(program, given));
    }
    program.close();
    return Optional.empty();
  }

  private final class Ready implements Timed {
    private final DeviceProgram program;
    private final Fields given;

    Ready(DeviceProgram program, Fields given) {
      this.program = program;
      this.given = given;
    }

    @Override
    public void run() {
      given.run(program);
    }

    @Override
    public long digest() {
      run();
      return given.digest();
    }

    @Override
    public void close() {
      program.close();
    }
  }

  @Override
  public void close() {
    Fields given = fields;
    if (given != null) {
      given.close();
    }
  }
}
