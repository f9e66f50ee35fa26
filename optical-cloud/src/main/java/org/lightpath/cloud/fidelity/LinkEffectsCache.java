package org.lightpath.cloud.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Span;

/**
 * Keeps fitted link effects in a folder, one properties file for each pair of links, named by the
 * hash of all that defines the fit: paths, light, symbols in time, seeds, precision.
 */
public final class LinkEffectsCache {
  /** Changes with the meaning of the parameters. */
  private static final String VERSION = "link effects 3";

  private static final System.Logger LOG = System.getLogger(LinkEffectsCache.class.getName());

  private final Path folder;

  /** Keeps files in a folder, which is made when the first one is written. */
  public LinkEffectsCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Key of a fit: SHA-256 in hexadecimal digits.
   *
   * @param symbols of each training sequence
   * @param seeds of both links and of the training, in this order
   */
  public static String key(
      StreamSpec left, StreamSpec right, Precision precision, int symbols, long... seeds) {
    String text =
        String.join(
            "\n",
            VERSION,
            describe(left),
            describe(right),
            precision.name(),
            Integer.toString(symbols),
            Arrays.toString(seeds));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException problem) {
      throw new IllegalStateException("every Java platform has SHA-256", problem);
    }
  }

  /** All numbers of a stream; a fibre's own text rounds them. */
  private static String describe(StreamSpec spec) {
    StringBuilder text = new StringBuilder(spec.toString());
    for (Span span : spec.path().whole().spans()) {
      span.elements().stream()
          .filter(FiberSection.class::isInstance)
          .map(element -> ((FiberSection) element).fiber())
          .forEach(fiber -> text.append('\n').append(describe(fiber)));
    }
    return text.toString();
  }

  private static String describe(Fiber fiber) {
    double[] betas =
        IntStream.rangeClosed(2, fiber.highestOrder()).mapToDouble(fiber::beta).toArray();
    return "%s %s %s %s"
        .formatted(
            fiber.referenceFrequency(), fiber.attenuation(), fiber.gamma(), Arrays.toString(betas));
  }

  /**
   * Effects of a key, from the folder or from a fit, which is then kept. A file that cannot be read
   * is fitted anew, and a folder that cannot be written keeps nothing, both with a warning.
   */
  public LinkEffects get(String key, Supplier<LinkEffects> fit) {
    Path file = folder.resolve(key + ".properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
        Properties lines = new Properties();
        lines.load(reader);
        return LinkEffectsFile.read(lines, key);
      } catch (IOException | IllegalArgumentException problem) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} cannot be read and is fitted anew: {1}",
            file,
            problem.getMessage());
      }
    }
    LinkEffects effects = fit.get();
    store(file, LinkEffectsFile.write(effects, key));
    return effects;
  }

  /** Writes beside and moves, so that no reader ever sees a part. */
  private void store(Path file, String text) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "fit", ".part");
      Files.writeString(part, text, UTF_8);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      LOG.log(
          System.Logger.Level.WARNING,
          "link effects cannot be kept in {0} and will be fitted again: {1}",
          file,
          problem.toString());
    }
  }
}
