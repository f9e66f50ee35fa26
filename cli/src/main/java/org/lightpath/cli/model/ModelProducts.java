package org.lightpath.cli.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lightpath.cloud.graph.Layer;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;

/**
 * All matrix products of one run of a model, numbered through its parts.
 *
 * @param entries in the order of execution
 */
public record ModelProducts(List<Entry> entries) {
  /**
   * A product of a part.
   *
   * @param product with a site that is unique within the model
   * @param repeats how often a run of the model has it
   */
  public record Entry(PlannedProduct product, int repeats) {
    /** Multiply-accumulate operations of all repeats. */
    public long macs() {
      return Math.multiplyExact(product.macs(), repeats);
    }
  }

  /**
   * Products that cost the same.
   *
   * @param first one of them
   * @param sites indices of the sites of all of them
   * @param count how many a run of the model has
   */
  public record Alike(PlannedProduct first, List<Integer> sites, long count) {
    /** Copies the list. */
    public Alike {
      sites = List.copyOf(sites);
    }

    /** Multiply-accumulate operations of all of them. */
    public long macs() {
      return Math.multiplyExact(first.macs(), count);
    }
  }

  private record Key(MatmulShape shape, boolean leftConstant, boolean rightConstant, Object mark) {}

  /** Copies the list. */
  public ModelProducts {
    entries = List.copyOf(entries);
  }

  /** Products of a run of so many samples. */
  public static ModelProducts of(List<ModelPart> parts, int samples) {
    return of(parts.stream().map(part -> PlannedPart.of(part, samples)).toList());
  }

  /** Products of all parts. */
  public static ModelProducts of(List<PlannedPart> parts) {
    List<Entry> entries = new ArrayList<>();
    for (PlannedPart part : parts) {
      for (Layer layer : part.layers()) {
        for (PlannedProduct product : layer.products()) {
          entries.add(new Entry(numbered(product, entries.size()), part.repeats()));
        }
      }
    }
    return new ModelProducts(entries);
  }

  private static PlannedProduct numbered(PlannedProduct product, int index) {
    Product.Site site = product.site();
    return new PlannedProduct(
        new Product.Site(index, site.node(), site.operator()),
        product.shape(),
        product.left(),
        product.right(),
        product.leftConstant(),
        product.rightConstant());
  }

  /** Multiply-accumulate operations of all. */
  public long macs() {
    return entries.stream().mapToLong(Entry::macs).sum();
  }

  /** Products of the same shape and the same constant operands, in the order they first occur. */
  public List<Alike> distinct() {
    return distinct(_ -> "");
  }

  /**
   * Products of the same shape, the same constant operands and the same mark.
   *
   * @param mark what else tells products apart
   */
  public List<Alike> distinct(Function<PlannedProduct, Object> mark) {
    Map<Key, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      PlannedProduct product = entry.product();
      Key key =
          new Key(
              product.shape(),
              product.leftConstant(),
              product.rightConstant(),
              mark.apply(product));
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
    }
    return groups.values().stream().map(ModelProducts::alike).toList();
  }

  private static Alike alike(List<Entry> entries) {
    return new Alike(
        entries.getFirst().product(),
        entries.stream().map(entry -> entry.product().site().index()).toList(),
        entries.stream().mapToLong(Entry::repeats).sum());
  }
}
