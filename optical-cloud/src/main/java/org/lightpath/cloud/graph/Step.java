package org.lightpath.cloud.graph;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cloud.graph.operator.Prepared;

/**
 * A node of a plan.
 *
 * @param node its name
 * @param operator its type
 * @param prepared shapes and kernel
 * @param inputs slots of its inputs, −1 where one is left out
 * @param outputs slots of its outputs, −1 where one is not asked for
 * @param products that the kernel asks for
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Step(
    String node,
    String operator,
    Prepared prepared,
    int[] inputs,
    int[] outputs,
    List<PlannedProduct> products) {
  boolean uses(int slot) {
    return Arrays.stream(inputs).anyMatch(input -> input == slot);
  }

  boolean alias() {
    return prepared.need() == Prepared.Need.ALIAS;
  }
}
