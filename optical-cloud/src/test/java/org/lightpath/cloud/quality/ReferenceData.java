package org.lightpath.cloud.quality;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.cloud.TestData;
import org.lightpath.datasets.npy.NpyFile;

/** Reference numbers that do not ship; tests that ask for them are skipped without. */
public final class ReferenceData {
  private static final int PREAMBLE = 10;

  private ReferenceData() {}

  /** The numbers of an NPY file, rounded to binary32. */
  public static float[] floats(String name) throws IOException {
    double[] values = NpyFile.read(TestData.path(name)).values();
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The whole numbers of an NPY file of type int64, version 1.0. */
  public static int[] tokens(String name) throws IOException {
    byte[] all = Files.readAllBytes(TestData.path(name));
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    int start = PREAMBLE + Short.toUnsignedInt(bytes.getShort(PREAMBLE - Short.BYTES));
    int[] tokens = new int[(all.length - start) / Long.BYTES];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = Math.toIntExact(bytes.getLong(start + i * Long.BYTES));
    }
    return tokens;
  }

  /** A number of a JSON file. */
  public static double number(String file, String name) throws IOException {
    String json = Files.readString(TestData.path(file));
    Matcher matcher = Pattern.compile("\"" + name + "\":\\s*([-+0-9.eE]+)").matcher(json);
    if (!matcher.find()) {
      throw new IOException("%s has no number %s".formatted(file, name));
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** A number of metric_reference.json. */
  static double metric(String name) throws IOException {
    return number("metric_reference/metric_reference.json", name);
  }
}
