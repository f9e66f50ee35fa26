package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Keys with values. */
final class SectionType extends ValueType<Values> {
  private final Section section;

  SectionType(Section section) {
    this.section = section;
  }

  @Override
  @Nullable Values bind(Tree tree, Context context) {
    return section.bind(tree, context);
  }

  @Override
  ObjectNode schema() {
    return section.schema();
  }

  @Override
  JsonNode resolved(Values values) {
    return values.resolved();
  }

  @Override
  String expected() {
    return section.expected();
  }
}
