package org.lightpath.datasets.onnx;

/**
 * What one file may ask of the heap and of memory outside it. A file of a few bytes per message
 * could otherwise fill the heap with records a hundred times its size. The limits are assumed:
 * twenty times what the largest published graphs of language and diffusion models need.
 */
final class Budget {
  /** Messages, words and numbers of lists. */
  static final long ITEMS = 1_000_000;

  /** Names and words [B]. */
  static final long TEXT = 16L << 20;

  /** Elements that the file keeps as numbers of a list and that are copied [B]. */
  static final long COPIES = 1L << 30;

  private long items = ITEMS;
  private long text = TEXT;
  private long copies = COPIES;

  /** Whether so many more items are within the budget, which they are taken from. */
  boolean takeItems(long count) {
    items -= Math.min(count, items + 1);
    return items >= 0;
  }

  /** Whether a text of so many bytes is within the budget, which it is taken from. */
  boolean takeText(long bytes) {
    text -= Math.min(bytes, text + 1);
    return text >= 0;
  }

  /** Whether a copy of so many bytes is within the budget, which it is taken from. */
  boolean takeCopy(long bytes) {
    copies -= Math.min(bytes, copies + 1);
    return copies >= 0;
  }
}
