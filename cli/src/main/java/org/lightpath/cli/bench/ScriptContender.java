package org.lightpath.cli.bench;

import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/** What peers of scripts have in common. */
abstract class ScriptContender implements Contender {
  private final ScriptPeer peer;

  /** A contender. Its family is closed with any of its peers. */
  ScriptContender(ScriptPeer peer) {
    this.peer = peer;
  }

  /** The peer. */
  final ScriptPeer peer() {
    return peer;
  }

  @Override
  public final String name() {
    return peer.about().name();
  }

  @Override
  public final String detail() {
    return peer.about().detail();
  }

  @Override
  public final int threads() {
    return peer.about().threads();
  }

  @Override
  public final boolean onHost() {
    return peer.about().onHost();
  }

  @Override
  public final Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return peer.ceilings(precision, workingSetBytes);
  }

  @Override
  public final void close() {
    peer.family().close();
  }
}
