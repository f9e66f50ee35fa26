package org.lightpath.cli.kind;

import org.lightpath.core.field.Precision;

/** What a run would do. */
public sealed interface RunPlan permits FieldRunPlan, ProductRunPlan {
  /** Precision of storage and arithmetic. */
  Precision precision();

  /** The work in words. */
  String description();
}
