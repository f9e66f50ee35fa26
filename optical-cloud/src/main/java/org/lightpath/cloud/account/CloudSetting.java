package org.lightpath.cloud.account;

import java.util.Objects;

/**
 * Everything besides the model that energy and time depend on.
 *
 * @param hardware of the centre and its nodes
 * @param paths between them
 * @param rules of the service
 */
public record CloudSetting(CentreHardware hardware, CloudPaths paths, ServiceRules rules) {
  /** Checks that nothing is missing. */
  public CloudSetting {
    Objects.requireNonNull(hardware);
    Objects.requireNonNull(paths);
    Objects.requireNonNull(rules);
  }

  /** The same with other hardware. */
  public CloudSetting with(CentreHardware other) {
    return new CloudSetting(other, paths, rules);
  }

  /** The same with other paths. */
  public CloudSetting with(CloudPaths other) {
    return new CloudSetting(hardware, other, rules);
  }

  /** The same under other rules. */
  public CloudSetting with(ServiceRules other) {
    return new CloudSetting(hardware, paths, other);
  }
}
