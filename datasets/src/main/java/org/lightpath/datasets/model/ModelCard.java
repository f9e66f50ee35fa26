package org.lightpath.datasets.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of a shipped model.
 *
 * @param name of the model
 * @param title in a few words
 * @param description of its architecture
 * @param parameters number, counted before the export, to three digits
 * @param macs multiply-accumulate operations for each unit, to three digits
 * @param unit what the operations are counted for: image, step or token
 * @param training how it was trained
 * @param quality what was measured
 * @param licence of the weights
 * @param origin of the weights
 * @param attribution note on the training data that must go with the model
 * @param inputs by name
 * @param outputs by name
 * @param files of the model, by name
 */
public record ModelCard(
    String name,
    String title,
    String description,
    long parameters,
    long macs,
    String unit,
    String training,
    List<String> quality,
    String licence,
    String origin,
    String attribution,
    Map<String, Port> inputs,
    Map<String, Port> outputs,
    Map<String, Item> files) {
  /**
   * An input or output.
   *
   * @param type of the elements, by its name in ONNX
   * @param shape extents in words
   * @param range of the elements in words
   * @param meaning of them
   */
  public record Port(String type, String shape, String range, String meaning) {}

  /**
   * A file.
   *
   * @param sha256 of its bytes, hexadecimal
   * @param meaning of its content
   */
  public record Item(String sha256, String meaning) {}

  /** Copies the lists and maps, in their order. */
  public ModelCard {
    quality = List.copyOf(quality);
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }
}
