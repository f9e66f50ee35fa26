package org.lightpath.cloud.graph;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads the files of a .tar.gz (ustar) into memory. */
final class TarFile {
  private static final int BLOCK = 512;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 11;
  private static final int NAME_LENGTH = 100;
  private static final int TYPE_AT = 156;

  private TarFile() {}

  /** Bytes by path. */
  static Map<String, byte[]> read(Path file) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        DataInputStream tar = new DataInputStream(new GZIPInputStream(in))) {
      byte[] header = new byte[BLOCK];
      for (tar.readFully(header); header[0] != 0; tar.readFully(header)) {
        String size = text(header, SIZE_AT, SIZE_LENGTH);
        byte[] content = new byte[Integer.parseInt(size, 8)];
        tar.readFully(content);
        tar.skipNBytes(Math.floorMod(-content.length, BLOCK));
        if (header[TYPE_AT] == '0') {
          files.put(text(header, 0, NAME_LENGTH), content);
        }
      }
    }
    return files;
  }

  private static String text(byte[] header, int from, int length) {
    String text = new String(header, from, length, StandardCharsets.US_ASCII);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}
