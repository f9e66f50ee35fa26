package org.lightpath.opencl.internal.tuning;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Choices in a folder, a small file for each: written beside and renamed, so that jobs of many
 * nodes may share the folder without a lock. A file that is damaged or of something else is ignored
 * with a warning, and so is a folder that cannot be written: one warning of each kind.
 */
public final class TuningStore {
  private static final Logger LOG = System.getLogger(TuningStore.class.getName());
  private static final String FORMAT = "1";
  private static final int SLUG = 40;

  /** A file of this size is none of ours [B]. */
  private static final long LARGEST = 1 << 16;

  private final Path folder;
  private final TuningDevice device;
  private boolean refused;
  private boolean ignored;

  /**
   * Opens nothing yet.
   *
   * @param folder of all devices
   * @param device what the choices are valid for
   */
  public TuningStore(Path folder, TuningDevice device) {
    this.device = device;
    this.folder =
        folder.resolve(
            slug(device.name())
                + '-'
                + digest(String.join("\n", device.name(), device.driver(), device.kernels())));
  }

  /**
   * The folder of this user: the property {@code lightpath.tuning.folder}, {@code
   * $XDG_CACHE_HOME/lightpath/tuning} or {@code ~/.cache/lightpath/tuning}.
   */
  public static Path userFolder() {
    String named = System.getProperty("lightpath.tuning.folder", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache != null && Path.of(cache).isAbsolute()
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home", "."), ".cache");
    return root.resolve("lightpath").resolve("tuning");
  }

  /** Where the choices of this device are. */
  public Path folder() {
    return folder;
  }

  /** Number of stored choices; 0 if the folder cannot be read. */
  public int count() {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".properties")).count();
    } catch (IOException | UncheckedIOException _) {
      return 0;
    }
  }

  /** The choice for a kernel, if there is one that can be read. */
  public Optional<TuningChoice> read(String key) {
    Path file = file(key);
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("of %d bytes".formatted(Files.size(file)));
      }
      Properties found = new Properties();
      try (Reader reader = new StringReader(Files.readString(file))) {
        found.load(reader);
      }
      return Optional.of(choice(key, found));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          ignored ? Level.DEBUG : Level.WARNING,
          "stored choice {0} is ignored ({1}); delete it, or let `lightpath tune` write it again",
          file,
          e.getMessage());
      ignored = true;
      return Optional.empty();
    }
  }

  private TuningChoice choice(String key, Properties found) throws IOException {
    require(found, "format", FORMAT);
    require(found, "device", device.name());
    require(found, "driver", device.driver());
    require(found, "kernels", device.kernels());
    require(found, "key", key);
    String variant = found.getProperty("variant", "");
    if (variant.isEmpty()) {
      throw new IOException("it names no variant");
    }
    return new TuningChoice(variant, Double.parseDouble(found.getProperty("ratio", "")));
  }

  private static void require(Properties found, String name, String expected) throws IOException {
    String observed = found.getProperty(name, "nothing");
    if (!observed.equals(expected)) {
      throw new IOException("its %s is %s, not %s".formatted(name, observed, expected));
    }
  }

  /** Keeps a choice, if the folder can be written. */
  public void write(String key, TuningChoice choice) {
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, "choice", ".new");
      try {
        Files.writeString(beside, text(key, choice));
        Files.move(
            beside, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      if (!refused) {
        refused = true;
        LOG.log(
            Level.WARNING,
            "measured choices are not kept, {0} cannot be written ({1}); set XDG_CACHE_HOME to a folder that can",
            folder,
            e.toString());
      }
    }
  }

  private String text(String key, TuningChoice choice) {
    StringBuilder text = new StringBuilder();
    line(text, "format", FORMAT);
    line(text, "device", device.name());
    line(text, "driver", device.driver());
    line(text, "kernels", device.kernels());
    line(text, "key", key);
    line(text, "variant", choice.variant());
    line(text, "ratio", String.format(Locale.ROOT, "%.4f", choice.ratio()));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    text.append(name).append('=').append(escaped).append('\n');
  }

  private Path file(String key) {
    return folder.resolve(slug(key) + '-' + digest(key) + ".properties");
  }

  private static String slug(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.substring(0, Math.min(SLUG, plain.length()));
  }

  /** A short name for a text; files are checked for the text itself. */
  public static String digest(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
