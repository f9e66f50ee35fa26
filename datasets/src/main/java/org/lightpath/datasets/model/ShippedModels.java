package org.lightpath.datasets.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;

/**
 * The trained models that come with this project, each with a {@link ModelCard} and the reference
 * arrays its card lists. Every file is checked against the SHA-256 of the card when it is opened.
 */
public final class ShippedModels {
  private static final List<String> NAMES =
      List.of("mnist_classifier", "mnist_cdcgan_generator", "mnist_ddpm_unet", "shakespeare_gpt");

  private ShippedModels() {}

  /** Names of the models. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The card of a model.
   *
   * @throws IllegalArgumentException if there is no model of that name
   */
  public static ModelCard card(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "model '%s' is not shipped: choose one of %s, or give the path of an ONNX file"
              .formatted(name, String.join(", ", NAMES)));
    }
    return CardReader.read(name, new String(resource(name, "card.yaml"), StandardCharsets.UTF_8));
  }

  /**
   * A model, copied to memory.
   *
   * @throws IllegalArgumentException if there is no model of that name
   * @throws InvalidModelException if its checksum is wrong
   */
  public static OnnxModel open(String name) {
    return OnnxReader.read(name, bytes(name, name + ".onnx"));
  }

  /**
   * A reference array of a model.
   *
   * @param file as the card lists it, "z.npy"
   * @throws IllegalArgumentException if there is no model or file of that name
   * @throws InvalidModelException if its checksum is wrong
   */
  public static NpyArray array(String name, String file) {
    try {
      return NpyFile.read(name + "/" + file, bytes(name, file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "file '%s' of model '%s' is no array".formatted(file, name), e);
    }
  }

  /**
   * A text of a model.
   *
   * @param file as the card lists it, "vocabulary.json"
   * @throws IllegalArgumentException if there is no model or file of that name
   * @throws InvalidModelException if its checksum is wrong
   */
  public static String text(String name, String file) {
    return new String(bytes(name, file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name, String file) {
    ModelCard card = card(name);
    ModelCard.Item item = card.files().get(file);
    if (item == null) {
      throw new IllegalArgumentException(
          "model '%s' has no file '%s': choose one of %s"
              .formatted(name, file, String.join(", ", card.files().keySet())));
    }
    byte[] bytes = resource(name, file);
    verify(name + "/" + file, bytes, item.sha256());
    return bytes;
  }

  /** Compares the SHA-256 of bytes with the one expected. */
  static void verify(String file, byte[] bytes, String expected) {
    String found = HexFormat.of().formatHex(sha256(bytes));
    if (!found.equals(expected)) {
      throw new InvalidModelException(
          file,
          InvalidModelException.NO_OFFSET,
          new Problem("SHA-256", found, expected, "the file was changed: install it again"));
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] resource(String name, String file) {
    try (InputStream in = ShippedModels.class.getResourceAsStream(name + "/" + file)) {
      if (in == null) {
        throw new IllegalStateException("resource %s/%s is missing".formatted(name, file));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
