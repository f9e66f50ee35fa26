package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.RealArray;

/** Puts the kernels into task graphs. */
final class RealGraphs {
  private RealGraphs() {}

  /** Adds a kernel to a graph under its own name. */
  static void add(TaskGraph graph, KernelName kernel, Frame frame) {
    KernelContext c = new KernelContext();
    String id = kernel.id();
    RealArray numbers = (RealArray) frame.numbers().array();
    IntArray layout = frame.layout();
    switch (kernel) {
      case TABLES -> tables(graph, id, frame);
      case LOAD -> load(graph, id, frame);
      case SPAN -> graph.task(id, RealSpan::run, c, data(frame, 0), numbers, layout);
      case RESET -> graph.task(id, RealColumns::reset, c, layout);
      case COLUMNS -> graph.task(id, RealColumns::run, c, data(frame, 0), numbers, layout);
      case ROWS -> graph.task(id, RealRows::run, c, data(frame, 0), numbers, layout);
      case BINS -> graph.task(id, RealBins::run, c, data(frame, 0), data(frame, 1), numbers, layout);
      case NOISE -> graph.task(id, RealNoise::run, c, data(frame, 0), numbers, layout);
      case ENCODE_LEFT ->
          graph.task(id, RealOperands::left, c, data(frame, 0), work(frame, 0), numbers, layout);
      case ENCODE_RIGHT ->
          graph.task(
              id,
              RealOperands::right,
              c,
              data(frame, 0),
              data(frame, 1),
              work(frame, 1),
              numbers,
              layout);
      case REMEMBER_LEFT ->
          graph.task(id, RealOperands::rememberLeft, c, work(frame, 0), numbers, layout);
      case REMEMBER_RIGHT ->
          graph.task(id, RealOperands::rememberRight, c, work(frame, 1), numbers, layout);
      case PRODUCT ->
          graph.task(
              id,
              RealProduct::run,
              c,
              data(frame, 0),
              work(frame, 0),
              work(frame, 1),
              data(frame, frame.inputs() - 1),
              work(frame, 2),
              numbers,
              layout);
      case COUNTED ->
          graph.task(
              id,
              RealCounted::run,
              c,
              data(frame, 0),
              work(frame, 0),
              work(frame, 1),
              data(frame, frame.inputs() - 1),
              work(frame, 2),
              numbers,
              layout);
      case MESH -> graph.task(id, RealMesh::run, c, data(frame, 0), numbers, layout);
    }
  }

  private static RealArray work(Frame frame, int index) {
    return data(frame, frame.inputs() + index);
  }

  private static RealArray data(Frame frame, int index) {
    return (RealArray) frame.data().get(index).array();
  }

  /** Does nothing: what a graph moves to the device has to be an argument of one of its tasks. */
  private static void tables(TaskGraph graph, String id, Frame frame) {
    KernelContext c = new KernelContext();
    RealArray numbers = (RealArray) frame.numbers().array();
    IntArray layout = frame.layout();
    int first = frame.inputs();
    switch (frame.data().size() - first) {
      case 0 -> graph.task(id, RealGraphs::take1, c, layout, numbers);
      case 1 -> graph.task(id, RealGraphs::take2, c, layout, numbers, data(frame, first));
      case 2 ->
          graph.task(
              id, RealGraphs::take3, c, layout, numbers, data(frame, first), data(frame, first + 1));
      default ->
          graph.task(
              id,
              RealGraphs::take4,
              c,
              layout,
              numbers,
              data(frame, first),
              data(frame, first + 1),
              data(frame, first + 2));
    }
  }

  private static void load(TaskGraph graph, String id, Frame frame) {
    KernelContext c = new KernelContext();
    IntArray layout = frame.layout();
    switch (frame.inputs()) {
      case 1 -> graph.task(id, RealGraphs::take1, c, layout, data(frame, 0));
      case 2 -> graph.task(id, RealGraphs::take2, c, layout, data(frame, 0), data(frame, 1));
      default ->
          graph.task(
              id, RealGraphs::take3, c, layout, data(frame, 0), data(frame, 1), data(frame, 2));
    }
  }

  static void take1(KernelContext context, IntArray layout, RealArray a) {
    if (context.globalIdx < 0) {
      a.set(layout.get(0), a.get(0));
    }
  }

  static void take2(KernelContext context, IntArray layout, RealArray a, RealArray b) {
    if (context.globalIdx < 0) {
      a.set(layout.get(0), a.get(0));
      b.set(layout.get(0), b.get(0));
    }
  }

  static void take3(
      KernelContext context, IntArray layout, RealArray a, RealArray b, RealArray d) {
    if (context.globalIdx < 0) {
      a.set(layout.get(0), a.get(0));
      b.set(layout.get(0), b.get(0));
      d.set(layout.get(0), d.get(0));
    }
  }

  static void take4(
      KernelContext context, IntArray layout, RealArray a, RealArray b, RealArray d, RealArray e) {
    if (context.globalIdx < 0) {
      a.set(layout.get(0), a.get(0));
      b.set(layout.get(0), b.get(0));
      d.set(layout.get(0), d.get(0));
      e.set(layout.get(0), e.get(0));
    }
  }
}
