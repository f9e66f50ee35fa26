package org.lightpath.fiber.exact;

import org.lightpath.fiber.Fiber;

/** Refuses closed forms where they do not hold. */
final class Validity {
  private Validity() {}

  static void requireNoLoss(String what, Fiber fiber) {
    if (fiber.attenuation() != 0) {
      throw refusal(what, fiber, "attenuation", fiber.attenuation() + " 1/m");
    }
  }

  static void requireNoKerr(String what, Fiber fiber) {
    if (fiber.gamma() != 0) {
      throw refusal(what, fiber, "γ", fiber.gamma() + " 1/(W·m)");
    }
  }

  static void requireSecondOrderOnly(String what, Fiber fiber) {
    for (int order = 3; order <= fiber.highestOrder(); order++) {
      if (fiber.beta(order) != 0) {
        throw refusal(what, fiber, "β of order " + order, Double.toString(fiber.beta(order)));
      }
    }
  }

  static void requireNoDispersion(String what, Fiber fiber) {
    requireSecondOrderOnly(what, fiber);
    if (fiber.beta(2) != 0) {
      throw refusal(what, fiber, "β₂", fiber.beta(2) + " s²/m");
    }
  }

  private static IllegalArgumentException refusal(
      String what, Fiber fiber, String quantity, String value) {
    return new IllegalArgumentException(
        "closed form '%s' does not hold in fibre '%s': %s is %s, expected 0; drop the reference or set it to 0"
            .formatted(what, fiber.name(), quantity, value));
  }
}
