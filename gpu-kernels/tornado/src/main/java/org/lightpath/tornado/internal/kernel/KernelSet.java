package org.lightpath.tornado.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.field.Precision;
import org.lightpath.tornado.internal.RuntimeDevices;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.TornadoExecutionResult;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoBailoutRuntimeException;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Compiled kernels with the arrays they are bound to: one execution plan of TornadoVM.
 *
 * <p>Its graphs: one takes tables and work space to the device, one takes the inputs along, then
 * come the stages. Everything stays on the device between graphs; data comes back on demand.
 */
public final class KernelSet implements AutoCloseable {
  private static final String TABLES = "tables";
  private static final String LOAD = "load";
  private static final int FIRST_STAGE = 2;

  private final Key key;
  private final Frame frame;
  private final TornadoExecutionPlan plan;
  private @Nullable TornadoExecutionResult last;
  private boolean broken;

  /**
   * What distinguishes sets. Kernels do not depend on extents: only the sizes of the arrays do, so
   * a set serves all plans that fit into it.
   *
   * @param device number of the device within the engine
   * @param precision of data and tables
   * @param data numbers in each array of data
   * @param inputs how many of the first of these come from the host; the others are work space
   * @param numbers numbers of all tables
   * @param layout integers
   * @param stages kernels that are launched one after the other, by stage
   */
  public record Key(
      int device,
      Precision precision,
      List<Integer> data,
      int inputs,
      int numbers,
      int layout,
      List<List<KernelName>> stages) {
    /** Copies the lists. */
    public Key {
      data = List.copyOf(data);
      stages = List.copyOf(stages);
    }
  }

  /**
   * How wide a kernel is launched.
   *
   * @param stage number of the stage
   * @param kernel in it
   * @param groups work-groups
   * @param items of each
   */
  public record Grid(int stage, KernelName kernel, int groups, int items) {}

  /** Binds the kernels; they are compiled when they are first launched. */
  KernelSet(Key key) {
    this.key = key;
    this.frame =
        new Frame(
            key.data.stream().map(size -> new Numbers(key.precision, size)).toList(),
            key.inputs,
            new Numbers(key.precision, key.numbers),
            new IntArray(key.layout));
    List<ImmutableTaskGraph> graphs = new ArrayList<>();
    TaskGraph tables = new TaskGraph(TABLES);
    tables.transferToDevice(DataTransferMode.EVERY_EXECUTION, tables());
    add(tables, KernelName.TABLES);
    graphs.add(tables.persistOnDevice(tables()).snapshot());
    TaskGraph load = new TaskGraph(LOAD);
    load.consumeFromDevice(TABLES, tables());
    load.transferToDevice(DataTransferMode.EVERY_EXECUTION, inputs());
    add(load, KernelName.LOAD);
    graphs.add(load.persistOnDevice(all()).snapshot());
    for (int stage = 0; stage < key.stages.size(); stage++) {
      graphs.add(stage(stage).snapshot());
    }
    this.plan = new TornadoExecutionPlan(graphs.toArray(ImmutableTaskGraph[]::new));
    plan.withDevice(RuntimeDevices.device(key.device));
    // The default flags relax the arithmetic: no compensated sums, no NaN.
    plan.withCompilerFlags(TornadoVMBackendType.OPENCL, "-w");
  }

  /** Tables and work space. */
  private Object[] tables() {
    List<Object> arrays = new ArrayList<>(List.of(frame.numbers().array(), frame.layout()));
    frame.data().stream().skip(key.inputs).map(Numbers::array).forEach(arrays::add);
    return arrays.toArray();
  }

  private Object[] inputs() {
    return frame.data().stream().limit(key.inputs).map(Numbers::array).toArray();
  }

  private Object[] all() {
    return Stream.of(tables(), inputs()).flatMap(Stream::of).toArray();
  }

  /**
   * A graph takes arrays from the graph that ran before it and from no other: so each one hands on
   * all of them.
   */
  private TaskGraph stage(int number) {
    TaskGraph graph = new TaskGraph("stage" + number);
    graph.consumeFromDevice(all());
    key.stages.get(number).forEach(kernel -> add(graph, kernel));
    return graph.transferToHost(DataTransferMode.UNDER_DEMAND, data());
  }

  private Object[] data() {
    return Stream.concat(Stream.of(frame.layout()), frame.data().stream().map(Numbers::array))
        .toArray();
  }

  private void add(TaskGraph graph, KernelName kernel) {
    switch (key.precision) {
      case SINGLE -> FloatGraphs.add(graph, kernel, frame);
      case DOUBLE -> DoubleGraphs.add(graph, kernel, frame);
    }
  }

  Key key() {
    return key;
  }

  /** Whether a launch has failed: such a set serves nobody else. */
  boolean isBroken() {
    return broken;
  }

  /** An array of data on the host. */
  public Numbers data(int index) {
    return frame.data().get(index);
  }

  /** The tables on the host. */
  public Numbers numbers() {
    return frame.numbers();
  }

  /** Stores integers of the layout on the host. */
  public void layout(int from, int... values) {
    for (int i = 0; i < values.length; i++) {
      frame.layout().set(from + i, values[i]);
    }
  }

  /** Bytes on the device, and as many on the host. */
  public long bytes() {
    int bytes = key.precision.realBytes();
    long data = IntStream.range(0, key.data.size()).mapToLong(i -> data(i).size()).sum();
    return (data + numbers().size()) * bytes + (long) Integer.BYTES * key.layout;
  }

  /** Takes tables to the device and sets how wide the stages are launched. */
  public void prepare(List<Grid> grids) {
    GridScheduler scheduler = new GridScheduler();
    scheduler.addWorkerGrid(TABLES + "." + KernelName.TABLES.id(), worker(1, 1));
    scheduler.addWorkerGrid(LOAD + "." + KernelName.LOAD.id(), worker(1, 1));
    for (Grid grid : grids) {
      scheduler.addWorkerGrid(
          "stage" + grid.stage + "." + grid.kernel.id(), worker(grid.groups, grid.items));
    }
    plan.withGridScheduler(scheduler);
    execute(0);
  }

  private static WorkerGrid1D worker(int groups, int items) {
    WorkerGrid1D worker = new WorkerGrid1D(groups * items);
    worker.setLocalWork(items, 1, 1);
    return worker;
  }

  /** Takes what is computed on to the device; needed after {@link #prepare}. */
  public void load() {
    execute(1);
  }

  /** Launches the kernels of a stage. */
  public void run(int stage) {
    last = execute(FIRST_STAGE + stage);
  }

  private TornadoExecutionResult execute(int graph) {
    try {
      return plan.withGraph(graph).execute();
    } catch (TornadoRuntimeException | TornadoBailoutRuntimeException e) {
      broken = true;
      throw new DeviceFailedException("TornadoVM failed in " + key + ": " + e.getMessage(), e);
    }
  }

  /** Brings an array of data back to the host. */
  public void fetch(int array) {
    if (last != null) {
      last.transferToHost(data(array).array());
    }
  }

  /** An integer of the layout as the kernels left it. */
  public int fetchLayout(int index) {
    if (last != null) {
      last.transferToHost(frame.layout());
    }
    return frame.layout().get(index);
  }

  @Override
  public void close() {
    try {
      plan.close();
    } catch (TornadoExecutionPlanException e) {
      throw new DeviceFailedException("TornadoVM cannot free " + key, e);
    }
  }
}
