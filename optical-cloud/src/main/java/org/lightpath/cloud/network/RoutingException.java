package org.lightpath.cloud.network;

import java.io.Serial;

/** A demand that the network cannot carry; the message says which, why, and what would help. */
public final class RoutingException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String demand;

  RoutingException(String demand, String message) {
    super(message);
    this.demand = demand;
  }

  /** Name of the demand, or {@code source>destination} where only a route was asked for. */
  public String demand() {
    return demand;
  }
}
