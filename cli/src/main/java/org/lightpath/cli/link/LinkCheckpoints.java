package org.lightpath.cli.link;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lightpath.cli.run.Digest;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cli.run.RunLog;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.link.LinkState;
import org.lightpath.fiber.link.PowerPoint;

/**
 * States of an unfinished link, kept in the run folder.
 *
 * <p>A file holds, big-endian: the magic word, the format version, the fingerprint of the run, the
 * state, and the SHA-256 of all before. The last two are kept; one that is damaged, or of another
 * run, is passed over.
 */
final class LinkCheckpoints {
  private static final int MAGIC = 0x4C50434B; // "LPCK"
  private static final int VERSION = 1;
  private static final int KEPT = 2;
  private static final String SUFFIX = ".checkpoint";

  private final RunFolder folder;
  private final String fingerprint;
  private final RunLog log;

  LinkCheckpoints(RunFolder folder, String fingerprint, RunLog log) {
    this.folder = folder;
    this.fingerprint = fingerprint;
    this.log = log;
  }

  void write(LinkState state) {
    String name = String.format(Locale.ROOT, "%06d%s", state.nextSpan(), SUFFIX);
    folder.write(RunFolder.CHECKPOINT + "/" + name, out -> writeTo(state, out));
    log.line("checkpoint before span %d".formatted(state.nextSpan() + 1));
    List<Path> files = files();
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      delete(old);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw RunFolder.failure(file, e);
    }
  }

  /** The newest sound checkpoint of this run; whoever takes it closes its field. */
  Optional<LinkState> newest() {
    for (Path file : files().reversed()) {
      try {
        LinkState state = read(file);
        log.line("continuing from %s, before span %d".formatted(file, state.nextSpan() + 1));
        return Optional.of(state);
      } catch (IOException | RuntimeException e) {
        log.line("checkpoint %s cannot be used: %s".formatted(file, e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Oldest first. */
  private List<Path> files() {
    Path path = folder.file(RunFolder.CHECKPOINT);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new RunFailedException("cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void writeTo(LinkState state, OutputStream out) throws IOException {
    MessageDigest digest = Digest.sha256();
    DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, digest));
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    data.writeUTF(fingerprint);
    data.writeInt(state.nextSpan());
    data.writeBoolean(state.stepError().isPresent());
    data.writeDouble(state.stepError().orElse(0));
    writeList(data, state.launchPeakPower());
    data.writeInt(state.powers().size());
    for (PowerPoint point : state.powers()) {
      data.writeDouble(point.position());
      writeList(data, point.levels());
    }
    writeField(data, state.field());
    data.flush();
    out.write(digest.digest());
  }

  private static void writeList(DataOutputStream data, List<Double> values) throws IOException {
    data.writeInt(values.size());
    for (double value : values) {
      data.writeDouble(value);
    }
  }

  private static void writeField(DataOutputStream data, ComplexField field) throws IOException {
    FieldShape shape = field.shape();
    data.writeInt(shape.batch());
    data.writeInt(shape.modes());
    data.writeInt(shape.samples());
    data.writeUTF(field.precision().name());
    boolean single = field.precision() == Precision.SINGLE;
    for (long i = 0; i < 2 * shape.elements(); i++) {
      if (single) {
        data.writeFloat((float) field.real(i));
      } else {
        data.writeDouble(field.real(i));
      }
    }
  }

  private LinkState read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
    require(data.readInt() == MAGIC, "it is not a checkpoint");
    int version = data.readInt();
    require(version == VERSION, "its format version is " + version + ", expected " + VERSION);
    require(data.readUTF().equals(fingerprint), "it belongs to another experiment");
    checkDigest(bytes);
    int nextSpan = data.readInt();
    boolean estimated = data.readBoolean();
    double error = data.readDouble();
    List<Double> peaks = readList(data);
    List<PowerPoint> powers = new ArrayList<>();
    int points = data.readInt();
    for (int i = 0; i < points; i++) {
      powers.add(new PowerPoint(data.readDouble(), readList(data)));
    }
    OptionalDouble stepError = estimated ? OptionalDouble.of(error) : OptionalDouble.empty();
    return new LinkState(nextSpan, readField(data), peaks, powers, stepError);
  }

  private static void checkDigest(byte[] bytes) throws IOException {
    int content = bytes.length - Digest.BYTES;
    require(content > 0, "it is cut off");
    MessageDigest digest = Digest.sha256();
    digest.update(bytes, 0, content);
    byte[] stored = new byte[Digest.BYTES];
    System.arraycopy(bytes, content, stored, 0, Digest.BYTES);
    require(MessageDigest.isEqual(digest.digest(), stored), "its checksum does not match");
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private static List<Double> readList(DataInputStream data) throws IOException {
    int size = data.readInt();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(data.readDouble());
    }
    return values;
  }

  private static ComplexField readField(DataInputStream data) throws IOException {
    FieldShape shape = new FieldShape(data.readInt(), data.readInt(), data.readInt());
    Precision precision = Precision.valueOf(data.readUTF());
    ComplexField field = ComplexField.allocate(shape, precision);
    for (long i = 0; i < 2 * shape.elements(); i++) {
      field.setReal(i, precision == Precision.SINGLE ? data.readFloat() : data.readDouble());
    }
    return field;
  }
}
