package org.lightpath.cloud.quality;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.datasets.npy.NpyFile;

/**
 * Models and reference numbers that do not ship: in the folder LIGHTPATH_DATA, or in shared/data
 * beside the checkout or above it.
 */
public final class ReferenceData {
  private static final String VARIABLE = "LIGHTPATH_DATA";

  private ReferenceData() {}

  /** The file, or the test is skipped with the reason. */
  public static Path require(String name) {
    String folder = System.getenv(VARIABLE);
    Path found = folder == null ? above(name) : Path.of(folder, name);
    assumeTrue(
        Files.isReadable(found),
        () -> name + " is neither in ../shared/data nor in the folder that LIGHTPATH_DATA names");
    return found;
  }

  private static Path above(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = folder.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
      folder = folder.getParent();
    }
    return Path.of("../shared/data").resolve(name);
  }

  /** The numbers of an NPY file, rounded to binary32. */
  public static float[] floats(String name) throws IOException {
    double[] values = NpyFile.read(require(name)).values();
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** A number of metric_reference.json. */
  static double metric(String name) throws IOException {
    String json = Files.readString(require("metric_reference/metric_reference.json"));
    Matcher matcher = Pattern.compile("\"" + name + "\":\\s*([-+0-9.eE]+)").matcher(json);
    if (!matcher.find()) {
      throw new IOException("metric_reference.json has no number " + name);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
