package org.lightpath.fiber.transceiver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts eye traces out of the finely sampled signal. */
final class EyeSampler {
  private EyeSampler() {}

  /**
   * Traces around symbols taken evenly over the window.
   *
   * @param fine signal at {@code eyeSamplesPerSymbol} samples per symbol
   * @param phase carrier phase of each symbol; a whole trace turns by that of its centre
   * @param h complex scale of the symbols
   */
  static List<ComplexSamples> traces(
      ComplexBuffer fine, double[] phase, double[] h, ReceiverSpec.Capture capture) {
    int perSymbol = capture.eyeSamplesPerSymbol();
    int symbols = phase.length;
    int count = Math.min(capture.eyeTraces(), symbols);
    List<ComplexSamples> traces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int centre = (int) ((long) i * symbols / count);
      ComplexBuffer trace = cut(fine, (centre - 1) * perSymbol, 2 * perSymbol + 1);
      double[] turn = new double[trace.size()];
      Arrays.fill(turn, phase[centre]);
      trace.rotate(turn);
      trace.divide(h);
      traces.add(trace.toSamples());
    }
    return traces;
  }

  private static ComplexBuffer cut(ComplexBuffer fine, int start, int length) {
    ComplexBuffer trace = new ComplexBuffer(new double[length], new double[length]);
    for (int j = 0; j < length; j++) {
      int sample = Math.floorMod(start + j, fine.size());
      trace.re()[j] = fine.re()[sample];
      trace.im()[j] = fine.im()[sample];
    }
    return trace;
  }
}
