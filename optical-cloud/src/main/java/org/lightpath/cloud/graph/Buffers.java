package org.lightpath.cloud.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.operator.TensorType;

/**
 * Assigns memory to values by the time that they are needed. Operands of a product must have
 * exactly the size of their matrix, so a buffer is used again by values of the same size only.
 */
final class Buffers {
  /** Slot whose values are not in a buffer: an input of the model or a constant. */
  static final int EXTERNAL = -1;

  private final List<Step> steps;
  private final Slots slots;
  private final List<Size> sizes = new ArrayList<>();
  private final Map<Size, Deque<Integer>> free = new HashMap<>();
  private final int[] ofSlot;
  private final int[] lastUse;
  private final int[] root;
  private final int[][] scratch;

  /** A kind of buffer: real numbers (4 B) or whole numbers (8 B). */
  record Size(boolean real, int elements) {
    long bytes() {
      return (real ? (long) Float.BYTES : Long.BYTES) * elements;
    }
  }

  Buffers(List<Step> steps, Slots slots) {
    this.steps = steps;
    this.slots = slots;
    this.ofSlot = new int[slots.count()];
    this.lastUse = new int[slots.count()];
    this.root = new int[slots.count()];
    this.scratch = new int[steps.size()][];
    Arrays.fill(ofSlot, EXTERNAL);
    findRoots();
    for (int i = 0; i < steps.size(); i++) {
      assign(i);
    }
  }

  /** Buffer of a slot, or {@link #EXTERNAL}. */
  int ofSlot(int slot) {
    return ofSlot[slot];
  }

  /** Buffers of the scratch of a step. */
  int[] scratch(int step) {
    return scratch[step];
  }

  List<Size> sizes() {
    return List.copyOf(sizes);
  }

  private void findRoots() {
    for (int slot = 0; slot < root.length; slot++) {
      root[slot] = slot;
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.alias()) {
        root[step.outputs()[0]] = root[step.inputs()[0]];
      }
      for (int input : step.inputs()) {
        if (input >= 0) {
          lastUse[root[input]] = i;
        }
      }
      for (int output : step.outputs()) {
        if (output >= 0) {
          lastUse[root[output]] = Math.max(i, lastUse[root[output]]);
        }
      }
    }
  }

  private void assign(int index) {
    Step step = steps.get(index);
    if (step.alias()) {
      ofSlot[step.outputs()[0]] = ofSlot[step.inputs()[0]];
    } else {
      int taken = takenOver(step, index);
      for (int k = 0; k < step.outputs().length; k++) {
        int output = step.outputs()[k];
        if (output >= 0) {
          ofSlot[output] = k == 0 && taken >= 0 ? ofSlot[taken] : take(size(slots.type(output)));
          if (k == 0 && taken >= 0) {
            lastUse[root[taken]] = Integer.MAX_VALUE;
          }
        }
      }
    }
    scratch[index] =
        step.prepared().scratch().stream().mapToInt(size -> take(new Size(true, size))).toArray();
    for (int buffer : scratch[index]) {
      give(buffer);
    }
    release(step, index);
  }

  private void release(Step step, int index) {
    Arrays.stream(step.inputs())
        .filter(slot -> slot >= 0)
        .map(slot -> root[slot])
        .distinct()
        .filter(slot -> lastUse[slot] == index && ofSlot[slot] != EXTERNAL)
        .forEach(slot -> give(ofSlot[slot]));
    for (int output : step.outputs()) {
      if (output >= 0 && root[output] == output && lastUse[output] == index) {
        give(ofSlot[output]);
      }
    }
  }

  /** The input whose buffer output 0 may overwrite, −1 if there is none. */
  private int takenOver(Step step, int index) {
    if (step.outputs()[0] < 0) {
      return -1;
    }
    Size wanted = size(slots.type(step.outputs()[0]));
    for (int candidate : step.prepared().sharing()) {
      int slot = step.inputs()[candidate];
      if (slot >= 0
          && ofSlot[slot] != EXTERNAL
          && lastUse[root[slot]] == index
          && size(slots.type(slot)).equals(wanted)
          && Arrays.stream(step.inputs())
              .noneMatch(other -> other >= 0 && other != slot && root[other] == root[slot])) {
        return slot;
      }
    }
    return -1;
  }

  private static Size size(TensorType type) {
    return new Size(type.real(), type.elements());
  }

  private int take(Size size) {
    Deque<Integer> list = free.get(size);
    if (list != null && !list.isEmpty()) {
      return list.pop();
    }
    sizes.add(size);
    return sizes.size() - 1;
  }

  private void give(int buffer) {
    free.computeIfAbsent(sizes.get(buffer), size -> new ArrayDeque<>()).push(buffer);
  }
}
