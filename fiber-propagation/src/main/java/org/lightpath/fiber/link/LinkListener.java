package org.lightpath.fiber.link;

import org.lightpath.fiber.Progress;
import org.lightpath.fiber.PropagationListener;

/** Hears of a link's progress, may take its state after any span, and may stop it. */
public interface LinkListener extends PropagationListener {
  /** Hears nothing and never stops. */
  LinkListener SILENT = new LinkListener() {};

  /** Asked after every span: true makes the run hand its state to {@link #checkpoint}. */
  default boolean checkpointWanted(Progress progress) {
    return false;
  }

  /** Takes the state. Its field is closed after this call: copy or write what is to stay. */
  default void checkpoint(LinkState state) {}
}
