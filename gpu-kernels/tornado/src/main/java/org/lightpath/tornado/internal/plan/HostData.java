package org.lightpath.tornado.internal.plan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.EngineLedger;

/**
 * Memory of a field or a matrix. TornadoVM binds device memory to execution plans, so what several
 * programs work on is kept on the host; the program that ran last may hold a newer copy, which
 * comes back when anyone else needs it.
 */
final class HostData implements AutoCloseable {
  private static final long ALIGNMENT_BYTES = 64;

  private final EngineLedger ledger;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment segment;
  private @Nullable Resident holder;
  private long version;
  private boolean closed;

  HostData(EngineLedger ledger, long bytes) {
    this.ledger = ledger;
    this.segment = arena.allocate(bytes, ALIGNMENT_BYTES);
    ledger.hold(bytes);
  }

  /** Number that changes with the contents. */
  long version() {
    return version;
  }

  /** The contents, brought back if a program holds them. */
  MemorySegment current() {
    Resident newer = holder;
    if (newer != null) {
      holder = null;
      newer.writeBack();
    }
    return segment;
  }

  /** The memory, for a holder that writes back. */
  MemorySegment segment() {
    return segment;
  }

  /** Notes that a program holds the current copy from now on. */
  void heldBy(Resident program) {
    holder = program;
    version++;
  }

  void upload(MemorySegment source) {
    drop();
    segment.copyFrom(source);
    version++;
    ledger.countUpload(source.byteSize());
  }

  void download(MemorySegment target) {
    target.copyFrom(current());
    ledger.countDownload(target.byteSize());
  }

  private void drop() {
    Resident newer = holder;
    if (newer != null) {
      holder = null;
      newer.forget();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      drop();
      ledger.release(segment.byteSize());
      arena.close();
    }
  }
}
