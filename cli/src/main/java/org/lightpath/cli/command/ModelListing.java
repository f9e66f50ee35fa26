package org.lightpath.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lightpath.cli.figure.SiPrefix;
import org.lightpath.cli.run.Json;
import org.lightpath.cloud.graph.Layer;
import org.lightpath.cloud.graph.ModelPlan;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.datasets.builder.ShapeOnlyModel;
import org.lightpath.datasets.onnx.OnnxModel;

/** A model's layers for people and for programs. */
final class ModelListing {
  private static final int WIDEST_NAME = 44;

  private final OnnxModel model;
  private final ModelPlan plan;

  ModelListing(OnnxModel model, ModelPlan plan) {
    this.model = model;
    this.plan = plan;
  }

  /** A count with three digits and a prefix: 30.3 M. */
  private static String count(long number) {
    double value = (double) number;
    SiPrefix prefix = SiPrefix.of(value, "B"); // counts take prefixes as bytes do
    return String.format(Locale.ROOT, "%.4g %s", value / prefix.factor(), prefix.symbol());
  }

  private long opticalMacs() {
    return plan.products().stream().mapToLong(PlannedProduct::macs).sum();
  }

  private double opticalFraction() {
    return plan.macs() == 0 ? 0 : (double) opticalMacs() / plan.macs();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: opset %s, %d nodes, %s parameters%n"
            .formatted(
                model.name(),
                model.operatorSets().getOrDefault("", 0L),
                plan.layers().size(),
                count(plan.parameters())));
    plan.inputShapes().forEach((name, shape) -> text.append(value("input", name, shape)));
    plan.outputShapes().forEach((name, shape) -> text.append(value("output", name, shape)));
    text.append(
        "%n%-44s %-18s %-18s %10s %10s  %s%n"
            .formatted("layer", "operator", "output", "weights", "MAC", "product M x N x K"));
    plan.layers().forEach(layer -> text.append(line(layer)));
    text.append(
        String.format(
            Locale.ROOT,
            "%n%sMAC a run, %.1f %% of them matrix products for light; %sB of buffers%n",
            count(plan.macs()),
            100 * opticalFraction(),
            count(plan.peakBytes())));
    return text.toString();
  }

  private static String value(String what, String name, int[] shape) {
    return "%s %s [%s]%n"
        .formatted(what, name, extents(java.util.Arrays.stream(shape).boxed().toList()));
  }

  private static String extents(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String line(Layer layer) {
    String name = layer.node();
    String head =
        name.length() <= WIDEST_NAME ? name : "…" + name.substring(name.length() - WIDEST_NAME + 1);
    String products =
        layer.products().isEmpty()
            ? layer.digitalMacs() > 0 ? "digital" : ""
            : layer.products().stream()
                .map(ModelListing::product)
                .collect(Collectors.joining("; "));
    return "%-44s %-18s %-18s %10s %10s  %s%n"
        .formatted(
            head,
            layer.operator(),
            "[" + extents(layer.shape()) + "]",
            layer.parameters() == 0 ? "" : count(layer.parameters()),
            layer.macs() == 0 ? "" : count(layer.macs()),
            products);
  }

  private static String product(PlannedProduct product) {
    MatmulShape shape = product.shape();
    return "%s%d x %d x %d, %s"
        .formatted(
            shape.batch() == 1 ? "" : shape.batch() + " of ",
            shape.rows(),
            shape.columns(),
            shape.inner(),
            weights(product));
  }

  private static String weights(PlannedProduct product) {
    if (product.leftConstant()) {
      return "weights left";
    }
    return product.rightConstant() ? "weights right" : "both dynamic";
  }

  /**
   * A part of an architecture.
   *
   * @param listing of one
   * @param repeats how many of them the whole has
   */
  record Part(ModelListing listing, int repeats) {}

  /** An architecture with random weights: each part, and the sum of all. */
  static String text(ShapeOnlyModel model, List<Part> parts) {
    StringBuilder text = new StringBuilder(model.label()).append("\n\n");
    for (Part part : parts) {
      if (part.repeats() > 1) {
        text.append("%d of this part:%n".formatted(part.repeats()));
      }
      text.append(part.listing().text()).append('\n');
    }
    long macs = parts.stream().mapToLong(part -> part.repeats() * part.listing().plan.macs()).sum();
    text.append(
        "in all %sparameters, %sMAC a run%s%n"
            .formatted(
                count(model.parameters()),
                count(macs),
                model.unitsPerRun() == 1
                    ? ""
                    : " of %d %ss".formatted(model.unitsPerRun(), model.unit())));
    return text.toString();
  }

  /** The same for programs. */
  static String json(ShapeOnlyModel model, List<Part> parts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", model.name()).put("weights", "random").put("seed", model.seed());
    root.put("parameters", model.parameters());
    root.put(
        "macs",
        parts.stream().mapToLong(part -> part.repeats() * part.listing().plan.macs()).sum());
    root.put("unit", model.unit()).put("unitsPerRun", model.unitsPerRun());
    ArrayNode list = root.putArray("parts");
    parts.forEach(part -> part.listing().fill(list.addObject().put("repeats", part.repeats())));
    return Json.text(root);
  }

  String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    fill(root);
    return Json.text(root);
  }

  private void fill(ObjectNode root) {
    root.put("name", model.name()).put("opset", model.operatorSets().getOrDefault("", 0L));
    root.put("parameters", plan.parameters()).put("macs", plan.macs());
    root.put("opticalMacFraction", opticalFraction()).put("buffers_bytes", plan.peakBytes());
    plan.inputShapes().forEach((name, shape) -> put(root.withObject("/inputs"), name, shape));
    plan.outputShapes().forEach((name, shape) -> put(root.withObject("/outputs"), name, shape));
    ArrayNode layers = root.putArray("layers");
    plan.layers().forEach(layer -> add(layers.addObject(), layer));
  }

  private static void put(ObjectNode node, String name, int[] shape) {
    ArrayNode extents = node.putArray(name);
    for (int extent : shape) {
      extents.add(extent);
    }
  }

  private static void add(ObjectNode node, Layer layer) {
    node.put("name", layer.node()).put("operator", layer.operator());
    ArrayNode shape = node.putArray("shape");
    layer.shape().forEach(shape::add);
    node.put("parameters", layer.parameters()).put("macs", layer.macs());
    ArrayNode products = node.putArray("products");
    for (PlannedProduct product : layer.products()) {
      MatmulShape extents = product.shape();
      products
          .addObject()
          .put("batch", extents.batch())
          .put("m", extents.rows())
          .put("n", extents.columns())
          .put("k", extents.inner())
          .put("leftConstant", product.leftConstant())
          .put("rightConstant", product.rightConstant());
    }
  }
}
