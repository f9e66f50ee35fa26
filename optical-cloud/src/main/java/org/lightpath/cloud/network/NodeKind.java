package org.lightpath.cloud.network;

/** What stands at a node. */
public enum NodeKind {
  /** A place where requests begin and results end: has transceivers. */
  EDGE,
  /** The optical computing centre: has transceivers. */
  CENTRE,
  /** Reconfigurable optical add-drop multiplexer: switches wavelengths between fibres. */
  ROADM,
  /** A place along the line with amplifiers only. */
  AMPLIFIER_HUT,
  /** Passive splitter or tap: joins one trunk fibre with branches. */
  TAP
}
