package org.lightpath.datasets.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowBlock;

/**
 * Tables as Arrow IPC files, uncompressed, that pyarrow, polars and pandas read.
 *
 * <p>Every column carries its unit as field metadata {@code unit}; facts of the table are schema
 * metadata. A complex field is two columns of fixed-size lists, {@code re} and {@code im} [√W]: one
 * row for each saved field, N numbers in a row. Equal tables give equal bytes.
 */
public final class ArrowFile {
  /** Key of the field metadata that holds the unit. */
  public static final String UNIT = "unit";

  private ArrowFile() {}

  /** Writes a table to a stream, which stays open. */
  public static void write(Table table, OutputStream out) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(ArrowSchemas.schema(table), allocator);
        ArrowFileWriter writer =
            new ArrowFileWriter(root, null, Channels.newChannel(new StaysOpen(out)))) {
      writer.start();
      for (int c = 0; c < table.columns().size(); c++) {
        fill(root.getVector(c), table.columns().get(c));
      }
      root.setRowCount(table.rows());
      writer.writeBatch();
      writer.end();
    } catch (RuntimeException e) {
      // Arrow wraps what a full disk throws while it closes.
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Keeps a stream open that Arrow's writer would close. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }

  private static void fill(FieldVector vector, Column column) {
    switch (column) {
      case Column.Real real -> fillReal((Float8Vector) vector, real.values());
      case Column.Whole whole -> fillWhole((BigIntVector) vector, whole.values());
      case Column.Text text -> fillText((VarCharVector) vector, text.values());
      case Column.Series series -> {
        FixedSizeListVector list = startList((FixedSizeListVector) vector, series.rows());
        fillReal((Float8Vector) list.getDataVector(), series.values());
      }
      case Column.SingleSeries series -> {
        FixedSizeListVector list = startList((FixedSizeListVector) vector, series.rows());
        fillSingle((Float4Vector) list.getDataVector(), series.values());
      }
    }
    vector.setValueCount(column.rows());
  }

  private static FixedSizeListVector startList(FixedSizeListVector vector, int rows) {
    vector.setInitialCapacity(rows);
    vector.allocateNew();
    for (int row = 0; row < rows; row++) {
      vector.setNotNull(row);
    }
    return vector;
  }

  private static void fillReal(Float8Vector vector, double[] values) {
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
    vector.setValueCount(values.length);
  }

  private static void fillSingle(Float4Vector vector, float[] values) {
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
    vector.setValueCount(values.length);
  }

  private static void fillWhole(BigIntVector vector, long[] values) {
    vector.allocateNew(values.length);
    for (int i = 0; i < values.length; i++) {
      vector.set(i, values[i]);
    }
  }

  private static void fillText(VarCharVector vector, List<String> values) {
    vector.allocateNew();
    for (int i = 0; i < values.size(); i++) {
      vector.setSafe(i, values.get(i).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads a table that {@link #write} wrote.
   *
   * @throws IOException if the file cannot be read or holds other types
   */
  public static Table read(Path file) throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
      List<ArrowBlock> blocks = reader.getRecordBlocks();
      if (blocks.size() != 1 || !reader.loadRecordBatch(blocks.getFirst())) {
        throw new IOException(
            "%s: expected one record batch, got %d".formatted(file, blocks.size()));
      }
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      List<Column> columns = new ArrayList<>();
      for (FieldVector vector : root.getFieldVectors()) {
        columns.add(ArrowSchemas.column(vector, root.getRowCount()));
      }
      return new Table(columns, ArrowSchemas.facts(root.getSchema()));
    } catch (RuntimeException e) {
      throw new IOException("%s: not an Arrow file of this project: %s".formatted(file, e), e);
    }
  }
}
