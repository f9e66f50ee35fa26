package org.lightpath.fiber;

/** Hears of a propagation's progress and may stop it. Called on the thread that propagates. */
public interface PropagationListener {
  /** Hears nothing and never stops. */
  PropagationListener SILENT = new PropagationListener() {};

  /** Called after every stretch of a pulse experiment or span of a link. */
  default void progress(Progress progress) {}

  /** Asked after every stretch or span: true ends the run there, with what has been computed. */
  default boolean cancelled() {
    return false;
  }
}
