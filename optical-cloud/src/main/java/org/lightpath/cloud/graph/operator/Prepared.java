package org.lightpath.cloud.graph.operator;

import java.util.List;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * A node whose shapes are known.
 *
 * @param outputs type and extents of the outputs, in order
 * @param kernel computes them
 * @param products that the kernel asks for
 * @param scratch sizes of the kernel's scratch, in numbers
 * @param sharing inputs whose memory output 0 may take over if nothing else needs it
 * @param need what the kernel needs of its inputs
 * @param digitalMacs multiply-accumulate operations that the kernel does itself
 */
public record Prepared(
    List<TensorType> outputs,
    Kernel kernel,
    List<ProductRequest> products,
    List<Integer> scratch,
    List<Integer> sharing,
    Need need,
    long digitalMacs) {
  /** What a kernel needs of its inputs. */
  public enum Need {
    /** Their values. */
    VALUES,
    /** Their shapes, so that the outputs are known before the run. */
    SHAPES,
    /** Nothing: output 0 is input 0 in another shape. */
    ALIAS
  }

  /** Copies the lists. */
  public Prepared {
    outputs = List.copyOf(outputs);
    products = List.copyOf(products);
    scratch = List.copyOf(scratch);
    sharing = List.copyOf(sharing);
  }

  /** A digital node. */
  public static Prepared of(Kernel kernel, TensorType... outputs) {
    return new Prepared(List.of(outputs), kernel, List.of(), List.of(), List.of(), Need.VALUES, 0);
  }

  /** A digital node with one output. */
  public static Prepared of(Kernel kernel, OnnxType type, int... shape) {
    return of(kernel, new TensorType(type, shape));
  }

  /** A node whose output is its first input in another shape. */
  public static Prepared alias(OnnxType type, int... shape) {
    return new Prepared(
        List.of(new TensorType(type, shape)),
        frame -> {},
        List.of(),
        List.of(),
        List.of(),
        Need.ALIAS,
        0);
  }

  /** With outputs that depend on the shapes of the inputs only. */
  public Prepared ofShapes() {
    return new Prepared(outputs, kernel, products, scratch, sharing, Need.SHAPES, digitalMacs);
  }

  /** With scratch of these sizes. */
  public Prepared withScratch(List<Integer> sizes) {
    return new Prepared(outputs, kernel, products, sizes, sharing, need, digitalMacs);
  }

  /** With products. */
  public Prepared withProducts(ProductRequest... requests) {
    return new Prepared(outputs, kernel, List.of(requests), scratch, sharing, need, digitalMacs);
  }

  /** With an output that may overwrite one of these inputs element by element. */
  public Prepared inPlaceOf(Integer... inputs) {
    return new Prepared(outputs, kernel, products, scratch, List.of(inputs), need, digitalMacs);
  }

  /** With multiply-accumulate operations of its own. */
  public Prepared withDigitalMacs(long macs) {
    return new Prepared(outputs, kernel, products, scratch, sharing, need, macs);
  }
}
