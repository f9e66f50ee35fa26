package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Slots of local memory left free in an exchange between two stages, so that neighbouring
 * work-items meet different banks when they write at the stride of one stage and when they read at
 * that of the other.
 *
 * <p>Index i lies in slot i + ⌊i / every⌋ · free. Chosen by counting: for the first work-items of a
 * group, how many turns a memory of 32 banks of 4 bytes takes to serve the 32 (binary64: 16) that
 * go together. Of equals the one with the fewest free slots is taken.
 *
 * @param every slots between two gaps
 * @param free slots of a gap, at most one in 16 of {@code every}
 */
record BankPadding(int every, int free) {
  /** No gaps. */
  static final BankPadding NONE = new BankPadding(1, 0);

  private static final int BANKS = 32;
  private static final int BANK_BYTES = 4;

  /** One free slot after so many is the most. */
  private static final int DENSEST = 16;

  /** Items that are looked at: the pattern repeats. */
  private static final int ITEMS = 128;

  /** The padding that takes the most room. */
  static BankPadding densest() {
    return new BankPadding(DENSEST, 1);
  }

  /** The best padding of the exchange between a stage and the one before it. */
  static BankPadding of(LinePlan plan, int stage) {
    BankPadding best = NONE;
    int fewest = turns(NONE, plan, stage);
    for (BankPadding padding : candidates(plan, stage)) {
      int turns = turns(padding, plan, stage);
      if (turns < fewest) {
        best = padding;
        fewest = turns;
      }
    }
    return best;
  }

  /** From the sparsest to the densest. */
  private static List<BankPadding> candidates(LinePlan plan, int stage) {
    int together = plan.stride(stage - 1) * (plan.columns() ? plan.lines() : 1);
    List<BankPadding> candidates = new ArrayList<>();
    for (int share = 8 * DENSEST; share >= DENSEST; share /= 2) {
      for (int free = 1; free <= BANKS; free *= 2) {
        candidates.add(new BankPadding(share * free, free));
      }
      if (together % share == 0) {
        candidates.add(new BankPadding(together, together / share));
      }
    }
    return candidates;
  }

  /** Turns that the memory takes for both stages' accesses. */
  static int turns(BankPadding padding, LinePlan plan, int stage) {
    return padding.turnsOf(plan, stage - 1) + padding.turnsOf(plan, stage);
  }

  private int turnsOf(LinePlan plan, int stage) {
    int words = plan.realBytes() / BANK_BYTES;
    int warp = BANKS / words;
    int items = Math.min(ITEMS, plan.group());
    int turns = 0;
    for (int first = 0; first < items; first += warp) {
      int[] meetings = new int[warp];
      int most = 0;
      for (int id = first; id < Math.min(first + warp, items); id++) {
        int item = plan.columns() ? id / plan.lines() : id % plan.items();
        int line = plan.columns() ? id % plan.lines() : id / plan.items();
        int bank = slot(plan.begin(item, line, stage)) % warp;
        most = Math.max(most, ++meetings[bank]);
      }
      turns += most;
    }
    return turns;
  }

  /** Slot of an index. */
  int slot(int index) {
    return index + index / every * free;
  }
}
