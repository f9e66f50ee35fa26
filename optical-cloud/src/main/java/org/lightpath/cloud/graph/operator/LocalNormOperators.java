package org.lightpath.cloud.graph.operator;

import org.lightpath.cloud.graph.Shapes;

/** Normalisations that models use rarely: by length, across channels, over any axes. */
final class LocalNormOperators {
  private LocalNormOperators() {}

  /** x/‖x‖_p along an axis; zeros where the norm is zero. */
  static Prepared lengths(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", -1), shape.length);
    boolean absolute = node.whole("p", 2) == 1;
    int extent = shape[axis];
    int inner = Shapes.elements(shape, axis + 1, shape.length);
    int outer = Shapes.elements(shape, 0, axis);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          for (int line = 0; line < outer * inner; line++) {
            int start = line / inner * extent * inner + line % inner;
            double sum = 0;
            for (int i = 0; i < extent; i++) {
              double value = x[start + i * inner];
              sum += absolute ? Math.abs(value) : value * value;
            }
            double norm = absolute ? sum : Math.sqrt(sum);
            for (int i = 0; i < extent; i++) {
              y[start + i * inner] = norm == 0 ? 0 : (float) (x[start + i * inner] / norm);
            }
          }
        };
    return Prepared.of(kernel, node.first());
  }

  /** x/(bias + α/size·Σ x²)^β with the sum over neighbouring channels. */
  static Prepared local(PlanNode node) {
    int[] shape = node.input(0).shape();
    int channels = shape[1];
    int size = Shapes.elements(shape, 2, shape.length);
    int reach = (int) node.whole("size", 1);
    float alpha = node.real("alpha", 1e-4f);
    float beta = node.real("beta", 0.75f);
    float bias = node.real("bias", 1);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          for (int i = 0; i < y.length; i++) {
            int channel = i / size % channels;
            int first = Math.max(0, channel - (reach - 1) / 2);
            int last = Math.min(channels - 1, channel + reach / 2);
            double sum = 0;
            for (int c = first; c <= last; c++) {
              double value = x[i + (c - channel) * size];
              sum += value * value;
            }
            y[i] = (float) (x[i] / Math.pow(bias + alpha / reach * sum, beta));
          }
        };
    return Prepared.of(kernel, node.first());
  }

  /** (x − μ)/σ over axes, by default all but the channels. */
  static Prepared meanVariance(PlanNode node) {
    int[] shape = node.input(0).shape();
    Reduction reduction = Reduction.of(shape, node.ints("axes", 0, 2, 3));
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          for (int line = 0; line < reduction.lines(); line++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < reduction.length(); i++) {
              double value = x[reduction.element(line, i)];
              sum += value;
              squares += value * value;
            }
            double mean = sum / reduction.length();
            double deviation =
                Math.sqrt(Math.max(0, squares / reduction.length() - mean * mean)) + 1e-9;
            for (int i = 0; i < reduction.length(); i++) {
              int at = reduction.element(line, i);
              y[at] = (float) ((x[at] - mean) / deviation);
            }
          }
        };
    return Prepared.of(kernel, node.first());
  }
}
