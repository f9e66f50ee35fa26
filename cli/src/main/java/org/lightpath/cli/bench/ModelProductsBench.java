package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.RandomProduct;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.UnsupportedPlanException;

/**
 * Measures the products of a model that does not run as a whole: each distinct one alone, with
 * random operands; the time of a run is the sum of their times, each as often as the model has it.
 * All other nodes are left out.
 */
final class ModelProductsBench {
  /** Most elements of operands and result together; of a larger batch, a part is run. */
  static final long MOST_ELEMENTS = 1L << 26;

  private final ModelBench.Pace pace;
  private final Consumer<String> log;

  ModelProductsBench(ModelBench.Pace pace, Consumer<String> log) {
    this.pace = pace;
    this.log = log;
  }

  /** Sums over the products of one contender at one level. */
  private static final class Sums {
    private final double[] seconds;
    private double squares;
    private double macs;
    private double measured;
    private double all;

    Sums(int turns) {
      this.seconds = new double[turns];
    }

    /** Turns that were not run are filled with those that were, in their order. */
    void add(ModelProducts.Alike product, ProductRun run, List<Double> turns) {
      double share = run.random().share();
      for (int turn = 0; turn < seconds.length; turn++) {
        seconds[turn] += product.count() / share * turns.get(turn % turns.size());
      }
      squares += product.macs() * run.error() * run.error();
      macs += product.macs();
      measured += share * product.first().macs();
      all += product.first().macs();
    }

    ModelBench.Found found() {
      List<Double> list = new ArrayList<>();
      for (double turn : seconds) {
        list.add(turn);
      }
      return new ModelBench.Found(
          new Times(list), Optional.empty(), Math.sqrt(squares / macs), measured / all);
    }
  }

  Map<ModelBench.Entry, ModelBench.Found> measure(
      ModelCase c, List<ModelProducts.Alike> products, List<ModelBench.Entry> entries) {
    Map<ModelBench.Entry, Sums> sums = new LinkedHashMap<>();
    entries.forEach(entry -> sums.put(entry, new Sums(pace.turns().turns())));
    long begin = System.nanoTime();
    double total = products.stream().mapToDouble(product -> product.first().macs()).sum();
    double done = 0;
    for (ModelProducts.Alike product : products) {
      double share = product.first().macs() / total;
      done += share;
      Slot slot = new Slot(begin + (long) (1e9 * pace.budget() * done), pace.budget() * share);
      measure(c, product, sums, slot);
    }
    Map<ModelBench.Entry, ModelBench.Found> found = new LinkedHashMap<>();
    sums.forEach((entry, own) -> found.put(entry, own.found()));
    return found;
  }

  /**
   * Time for one product.
   *
   * @param end of it, by the clock [ns]
   * @param seconds its part of the budget [s]
   */
  private record Slot(long end, double seconds) {}

  /** All contenders with one product. */
  private void measure(
      ModelCase c, ModelProducts.Alike product, Map<ModelBench.Entry, Sums> sums, Slot slot) {
    RandomProduct random =
        RandomProduct.of(
            product.first(),
            RandomProduct.Limit.elements(product.first().shape(), MOST_ELEMENTS),
            ModelCase.SEED + product.first().site().index());
    Map<ModelBench.Entry, ProductRun> ready = new LinkedHashMap<>();
    try {
      for (ModelBench.Entry entry : List.copyOf(sums.keySet())) {
        Optional<ProductRun> one = prepare(c, entry, random);
        one.ifPresent(run -> ready.put(entry, run));
        if (one.isEmpty()) {
          sums.remove(entry); // a sum with a part missing is no estimate
        }
      }
      Map<ModelBench.Entry, List<Double>> turns = turns(ready, slot);
      sums.forEach(
          (entry, own) -> {
            ProductRun run = ready.get(entry);
            List<Double> seconds = turns.get(entry);
            if (run != null && seconds != null) {
              own.add(product, run, seconds);
            }
          });
    } finally {
      ready.values().forEach(ProductRun::close);
    }
  }

  private Optional<ProductRun> prepare(ModelCase c, ModelBench.Entry entry, RandomProduct random) {
    try {
      return Optional.of(new ProductRun(entry, c.precision(), random));
    } catch (UnsupportedPlanException | DeviceFailedException | OutOfMemoryError e) {
      log.accept(
          "left out: %s, %s, product of node %s: %s"
              .formatted(
                  entry.who().name(),
                  Columns.lower(entry.level()),
                  random.product().site().node(),
                  e.getMessage()));
      return Optional.empty();
    }
  }

  /** Turns until there are enough, or the time is over: at least one. */
  private Map<ModelBench.Entry, List<Double>> turns(
      Map<ModelBench.Entry, ProductRun> ready, Slot slot) {
    int most = pace.turns().turns();
    double each =
        Math.min(
            pace.turns().secondsPerTurn(),
            slot.seconds() / ((most + 1) * Math.max(1, ready.size())));
    Map<ModelBench.Entry, List<Double>> seconds = new LinkedHashMap<>();
    ready.forEach(
        (entry, run) -> {
          run.turn(each);
          seconds.put(entry, new ArrayList<>());
        });
    int turns = 0;
    do {
      seconds.forEach(
          (entry, list) -> {
            ProductRun run = ready.get(entry);
            if (run != null) {
              list.add(run.turn(each));
            }
          });
      turns++;
    } while (turns < most && System.nanoTime() < slot.end());
    return seconds;
  }
}
