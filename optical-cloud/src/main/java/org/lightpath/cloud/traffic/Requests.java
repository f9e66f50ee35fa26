package org.lightpath.cloud.traffic;

import java.util.Arrays;

/** Requests on their way, in arrays whose places are used again. */
final class Requests {
  /** No request. */
  static final int NONE = -1;

  private int[] node = new int[64];
  private double[] arisen = new double[64];
  private double[] reached = new double[64];
  private int[] next = new int[64];
  private int used;
  private int free = NONE;

  /** A request of a node that arises at a time [s]. */
  int open(int ofNode, double at) {
    int request = free;
    if (request == NONE) {
      if (used == node.length) {
        grow();
      }
      request = used++;
    } else {
      free = next[request];
    }
    node[request] = ofNode;
    arisen[request] = at;
    next[request] = NONE;
    return request;
  }

  void close(int request) {
    next[request] = free;
    free = request;
  }

  int node(int request) {
    return node[request];
  }

  double arisen(int request) {
    return arisen[request];
  }

  double reached(int request) {
    return reached[request];
  }

  void reach(int request, double at) {
    reached[request] = at;
  }

  int next(int request) {
    return next[request];
  }

  void link(int request, int following) {
    next[request] = following;
  }

  private void grow() {
    int larger = 2 * used;
    node = Arrays.copyOf(node, larger);
    arisen = Arrays.copyOf(arisen, larger);
    reached = Arrays.copyOf(reached, larger);
    next = Arrays.copyOf(next, larger);
  }
}
