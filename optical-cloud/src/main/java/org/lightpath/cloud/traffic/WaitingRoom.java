package org.lightpath.cloud.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Requests that wait for a core slot, in lines: one for all, one per priority, or one per node. */
final class WaitingRoom {
  private final Requests requests;
  private final int[] lineOfNode;
  private final boolean inTurn;
  private final int[] first;
  private final int[] last;
  private int size;
  private int turn;

  WaitingRoom(Requests requests, List<EdgeTraffic> nodes, ComputingCentre.Discipline discipline) {
    this.requests = requests;
    this.inTurn = discipline == ComputingCentre.Discipline.ROUND_ROBIN;
    this.lineOfNode = new int[nodes.size()];
    TreeSet<Integer> priorities = new TreeSet<>();
    nodes.forEach(node -> priorities.add(node.priority()));
    for (int i = 0; i < lineOfNode.length; i++) {
      lineOfNode[i] =
          switch (discipline) {
            case FIFO -> 0;
            case PRIORITY -> priorities.headSet(nodes.get(i).priority()).size();
            case ROUND_ROBIN -> i;
          };
    }
    int lines = Arrays.stream(lineOfNode).max().orElse(0) + 1;
    first = new int[lines];
    last = new int[lines];
    Arrays.fill(first, Requests.NONE);
  }

  int size() {
    return size;
  }

  void add(int request) {
    int line = lineOfNode[requests.node(request)];
    requests.link(request, Requests.NONE);
    if (first[line] == Requests.NONE) {
      first[line] = request;
    } else {
      requests.link(last[line], request);
    }
    last[line] = request;
    size++;
  }

  /** Takes the next one out; the room must not be empty. */
  int take() {
    int line = inTurn ? turn : 0;
    while (first[line] == Requests.NONE) {
      line = line + 1 == first.length ? 0 : line + 1;
    }
    int request = first[line];
    first[line] = requests.next(request);
    turn = line + 1 == first.length ? 0 : line + 1;
    size--;
    return request;
  }

  /** Time [s] at which the one came that waits longest; the room must not be empty. */
  double oldest() {
    double oldest = Double.POSITIVE_INFINITY;
    for (int head : first) {
      if (head != Requests.NONE) {
        oldest = Math.min(oldest, requests.reached(head));
      }
    }
    return oldest;
  }
}
