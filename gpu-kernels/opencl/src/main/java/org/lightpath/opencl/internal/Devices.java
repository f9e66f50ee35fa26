package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jocl.CLException;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/** The open devices of one engine. */
public final class Devices {
  private final Ledger ledger = new Ledger();
  private final List<DeviceQueue> queues = new ArrayList<>();

  /**
   * Opens a queue to each device.
   *
   * @param memoryBytes memory to take of each device at most [B]
   */
  public Devices(List<DeviceInfo> devices, long memoryBytes) {
    for (DeviceInfo device : devices) {
      queues.add(new DeviceQueue(device, ledger, memoryBytes));
    }
  }

  /** One device as it is; several as one with their memory and units together. */
  public static DeviceDescription describe(List<DeviceInfo> devices) {
    DeviceDescription first = devices.getFirst().describe();
    if (devices.size() == 1) {
      return first;
    }
    return new DeviceDescription(
        first.engine(),
        first.index(),
        devices.stream().map(DeviceInfo::name).collect(Collectors.joining(" + ")),
        devices.stream().map(DeviceInfo::driver).distinct().collect(Collectors.joining(", ")),
        devices.stream().mapToLong(DeviceInfo::memoryBytes).sum(),
        devices.stream().mapToLong(DeviceInfo::localBytes).min().orElseThrow(),
        devices.stream().mapToInt(DeviceInfo::computeUnits).sum(),
        devices.stream().allMatch(DeviceInfo::doublePrecision),
        List.of("each batch is shared between %d devices".formatted(devices.size())));
  }

  /** Allocates a batch of zeros. */
  public DeviceField allocate(FieldShape shape, Precision precision) {
    if (precision == Precision.DOUBLE) {
      queues.forEach(queue -> DevicePrograms.requireDouble(queue.info()));
    }
    return new OpenClField(queues, ledger, shape, precision);
  }

  /** Prepares a plan on every device. */
  public FieldProgram compile(FieldPlan plan) {
    return new OpenClProgram(plan, queues, ledger);
  }

  /** Allocates matrices of zeros, on the first device. */
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    DeviceQueue first = queues.getFirst();
    if (precision == Precision.DOUBLE) {
      DevicePrograms.requireDouble(first.info());
    }
    return new OpenClMatrix(first, ledger, shape, precision);
  }

  /** Prepares a product on the first device. */
  public MatmulProgram compile(MatmulPlan plan) {
    return OpenClMatmul.of(plan, queues.getFirst(), ledger);
  }

  /** Ceilings of all devices together; nothing in a precision that one of them lacks. */
  public Optional<DeviceCeilings> ceilings(Precision precision, long bytes) {
    if (precision == Precision.DOUBLE
        && queues.stream().anyMatch(queue -> !queue.info().doublePrecision())) {
      return Optional.empty();
    }
    try {
      return queues.stream()
          .map(queue -> DeviceProbe.measure(queue, precision, bytes / queues.size()))
          .reduce(DeviceCeilings::plus);
    } catch (CLException e) {
      throw queues.getFirst().refused("measuring ceilings", e);
    }
  }

  /** Launches chosen in this process, a line for each choice. */
  public static List<String> tuned() {
    return SharedContext.tuned();
  }

  /** Totals so far. */
  public EngineCounters counters() {
    return ledger.counters();
  }

  /** Launches so far. */
  public Launches launches() {
    return ledger.launches();
  }

  /** Closes the queues. */
  public void close() {
    queues.forEach(DeviceQueue::close);
  }
}
