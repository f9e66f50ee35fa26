package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which table slot each linear operator uses.
 *
 * <p>Operators of the same length share a slot, but for the last one, which has its own. Where
 * there are more lengths than slots, the operators are taken in stretches that need no more slots
 * than there are.
 */
final class SlotPlan {
  private final int[] slots;
  private final int[] ends;
  private int used;

  private SlotPlan(int operators) {
    this.slots = new int[operators];
    this.ends = new int[operators];
  }

  /** One stretch, as many slots as it takes. */
  static SlotPlan all(double[] lengths) {
    return of(lengths, Integer.MAX_VALUE);
  }

  /** Stretches of at most {@code capacity} slots. */
  static SlotPlan of(double[] lengths, int capacity) {
    SlotPlan plan = new SlotPlan(lengths.length);
    Map<Double, Integer> known = new HashMap<>();
    int begin = 0;
    for (int i = 0; i < lengths.length; i++) {
      boolean last = i == lengths.length - 1;
      if (known.size() == capacity && (last || !known.containsKey(lengths[i]))) {
        Arrays.fill(plan.ends, begin, i, i);
        known.clear();
        begin = i;
      }
      int next = known.size();
      plan.slots[i] = last ? next : known.computeIfAbsent(lengths[i], _ -> next);
      plan.used = Math.max(plan.used, plan.slots[i] + 1);
    }
    Arrays.fill(plan.ends, begin, lengths.length, lengths.length);
    return plan;
  }

  /** Slots used. */
  int used() {
    return used;
  }

  int[] slots() {
    return slots;
  }

  /** First operator after the stretch of an operator. */
  int end(int operator) {
    return ends[operator];
  }

  /** First operator of each slot within the stretch that begins with an operator. */
  List<Integer> firsts(int begin) {
    List<Integer> firsts = new ArrayList<>();
    for (int i = begin; i < ends[begin]; i++) {
      if (slots[i] == firsts.size()) {
        firsts.add(i);
      }
    }
    return firsts;
  }

  /** How often the slot changes from one operator to the next. */
  int changes() {
    int changes = 0;
    for (int i = 1; i < slots.length; i++) {
      changes += slots[i] == slots[i - 1] ? 0 : 1;
    }
    return changes;
  }
}
