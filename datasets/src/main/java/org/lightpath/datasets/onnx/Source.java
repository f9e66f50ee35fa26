package org.lightpath.datasets.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;

/**
 * A file that is being read.
 *
 * @param file its name, for messages
 * @param bytes all of it
 * @param arena owns the bytes and what is copied from them
 * @param budget what is left of what the file may ask for
 */
record Source(String file, MemorySegment bytes, Arena arena, Budget budget) {
  static final String DAMAGED =
      "the file is damaged or not an ONNX model: export or download it again";

  /** Cursor over all of it. */
  Wire model() {
    return new Wire(this, "model", 0, bytes.byteSize());
  }

  /** Exception for a problem at an offset. */
  InvalidModelException invalid(
      long offset, String what, String observed, String expected, String action) {
    return new InvalidModelException(file, offset, new Problem(what, observed, expected, action));
  }

  /** Takes items from the budget. */
  void takeItems(long offset, long count) {
    if (!budget.takeItems(count)) {
      throw invalid(
          offset,
          "number of messages, words and numbers",
          "more than " + Budget.ITEMS,
          "at most " + Budget.ITEMS,
          "keep constants as raw data of tensors, or split the model");
    }
  }

  /** Memory for elements that have to be copied. */
  MemorySegment allocate(long offset, long size, String what) {
    try {
      if (budget.takeCopy(size)) {
        return arena.allocate(size, Long.BYTES);
      }
    } catch (OutOfMemoryError e) {
      InvalidModelException invalid = tooMuch(offset, size, what, "no memory left");
      invalid.initCause(e);
      throw invalid;
    }
    throw tooMuch(offset, size, what, "more than " + Budget.COPIES + " B with those before");
  }

  private InvalidModelException tooMuch(long offset, long size, String what, String observed) {
    return invalid(
        offset,
        "%s of %d B kept as a list of numbers".formatted(what, size),
        observed,
        "at most %d B in all".formatted(Budget.COPIES),
        "save the model with raw data (onnx.numpy_helper.from_array does)");
  }
}
