package org.lightpath.photonic.energy.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * Transformer encoder as a list of matrix products.
 *
 * @param name as published
 * @param blocks encoder blocks
 * @param width embedding size
 * @param heads of attention
 * @param ends what is before and after the blocks
 */
public record TransformerModel(String name, int blocks, int width, int heads, Ends ends) {
  /**
   * Input and output layers.
   *
   * @param patches image patches that an input layer embeds, 0 for none
   * @param patchFeatures numbers in a patch
   * @param classes of the output layer
   */
  public record Ends(int patches, int patchFeatures, int classes) {
    /** Images of 224 × 224 in patches of 16 × 16, 1000 classes. */
    public static final Ends IMAGENET = new Ends(196, 3 * 16 * 16, 1000);

    /** Text: the embedding is a look-up, two classes. */
    public static final Ends TEXT = new Ends(0, 0, 2);
  }

  /**
   * A layer.
   *
   * @param name as published
   * @param repeats how often it occurs in the model
   * @param products in order
   */
  public record Layer(String name, int repeats, List<MatrixProduct> products) {
    /** Copies the list. */
    public Layer {
      products = List.copyOf(products);
    }
  }

  /** DeiT-T. */
  public static final TransformerModel DEIT_TINY =
      new TransformerModel("DeiT-T", 12, 192, 3, Ends.IMAGENET);

  /** DeiT-S. */
  public static final TransformerModel DEIT_SMALL =
      new TransformerModel("DeiT-S", 12, 384, 6, Ends.IMAGENET);

  /** DeiT-B. */
  public static final TransformerModel DEIT_BASE =
      new TransformerModel("DeiT-B", 12, 768, 12, Ends.IMAGENET);

  /** BERT-B. */
  public static final TransformerModel BERT_BASE =
      new TransformerModel("BERT-B", 12, 768, 12, Ends.TEXT);

  /** BERT-L. */
  public static final TransformerModel BERT_LARGE =
      new TransformerModel("BERT-L", 24, 1024, 16, Ends.TEXT);

  /** Widening of the hidden layer between the two feed-forward layers. */
  static final int HIDDEN = 4;

  /** Checks the numbers. */
  public TransformerModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(ends);
    Require.count("blocks", blocks);
    Require.count("width", width);
    Require.count("heads", heads);
  }

  /**
   * All layers with matrix products.
   *
   * @param tokens length of the sequence, 197 for DeiT
   */
  public List<Layer> layers(int tokens) {
    Require.count("tokens", tokens);
    List<Layer> layers = new ArrayList<>();
    if (ends.patches > 0) {
      layers.add(dense("embed", 1, ends.patchFeatures, width, ends.patches));
    }
    layers.add(dense("qkv", blocks, width, 3 * width, tokens));
    layers.add(attention(tokens));
    layers.add(dense("proj", blocks, width, width, tokens));
    layers.add(dense("FFN1", blocks, width, HIDDEN * width, tokens));
    layers.add(dense("FFN2", blocks, HIDDEN * width, width, tokens));
    layers.add(dense("head", 1, width, ends.classes, 1));
    return List.copyOf(layers);
  }

  private static Layer dense(String name, int repeats, int inputs, int outputs, int vectors) {
    MatrixProduct.Shape shape = new MatrixProduct.Shape(outputs, inputs, vectors);
    return new Layer(
        name, repeats, List.of(new MatrixProduct(name, 1, shape, MatrixProduct.Kind.WEIGHTS)));
  }

  private Layer attention(int tokens) {
    int head = width / heads;
    return new Layer(
        "attn",
        blocks,
        List.of(
            new MatrixProduct(
                "QK^T",
                heads,
                new MatrixProduct.Shape(tokens, head, tokens),
                MatrixProduct.Kind.ACTIVATIONS),
            new MatrixProduct(
                "SV",
                heads,
                new MatrixProduct.Shape(tokens, tokens, head),
                MatrixProduct.Kind.POSITIVE_ACTIVATIONS)));
  }
}
