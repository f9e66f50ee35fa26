package org.lightpath.cloud.account;

/** Defaults with their sources. */
public final class AccountPresets {
  private AccountPresets() {}
}
