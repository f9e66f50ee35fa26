package org.lightpath.cloud.generate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.ModelSession;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.product.Multiplier;

/**
 * Runs a model graph with a multiplier. Sessions are kept for the input shapes used last, so that a
 * last smaller batch, or a text that grows, does not plan everything anew each time nor keep all.
 */
public final class GraphRunner implements ModelRunner {
  private static final int SESSIONS = 2;

  private final ModelGraph graph;
  private final Multiplier multiplier;
  private final List<String> taps;
  private final Map<String, ModelSession> sessions = new LinkedHashMap<>();

  /**
   * A runner that owns its multiplier.
   *
   * @param graph the model, whose file must stay open
   * @param multiplier computes the products; closed with the runner
   */
  public GraphRunner(ModelGraph graph, Multiplier multiplier) {
    this(graph, multiplier, List.of());
  }

  /**
   * The same, which returns values within the model beside the outputs.
   *
   * @param graph the model
   * @param multiplier computes the products; closed with the runner
   * @param taps names of values within the graph
   */
  public GraphRunner(ModelGraph graph, Multiplier multiplier, Collection<String> taps) {
    this.graph = graph;
    this.multiplier = multiplier;
    this.taps = List.copyOf(taps);
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs, int sample) {
    return session(inputs).run(inputs, multiplier, sample);
  }

  private ModelSession session(Map<String, Tensor> inputs) {
    String key = new TreeMap<>(inputs).toString();
    ModelSession session = sessions.remove(key);
    if (session == null) {
      Map<String, int[]> shapes = new LinkedHashMap<>();
      inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
      session = new ModelSession(graph.plan(shapes), taps);
    }
    sessions.put(key, session); // at the end: used last
    if (sessions.size() > SESSIONS) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    return session;
  }

  @Override
  public void close() {
    sessions.clear();
    multiplier.close();
  }
}
