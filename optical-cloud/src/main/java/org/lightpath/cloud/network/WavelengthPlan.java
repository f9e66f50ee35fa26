package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Routes and wavelengths of all demands.
 *
 * @param grid what channel numbers stand for
 * @param lightpaths in the order of the demands
 */
public record WavelengthPlan(DwdmGrid grid, List<Lightpath> lightpaths) {
  /**
   * Checks that no wavelength is used twice on a link.
   *
   * @throws IllegalArgumentException if one is
   */
  public WavelengthPlan {
    lightpaths = List.copyOf(lightpaths);
    Map<String, String> users = new LinkedHashMap<>();
    for (Lightpath lightpath : lightpaths) {
      for (FiberLink link : lightpath.path().links()) {
        for (int channel : lightpath.channels()) {
          String other = users.put(link.name() + " " + channel, lightpath.demand().name());
          if (other != null) {
            throw new IllegalArgumentException(
                "wavelength plan: demands '%s' and '%s' both use channel %d on link '%s'"
                    .formatted(other, lightpath.demand().name(), channel, link.name()));
          }
        }
      }
    }
  }

  /**
   * The lightpath of a demand.
   *
   * @throws NoSuchElementException if there is none of that name
   */
  public Lightpath of(String demand) {
    return lightpaths.stream()
        .filter(lightpath -> lightpath.demand().name().equals(demand))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no demand '%s' in the wavelength plan".formatted(demand)));
  }

  /** Channels in use on each link that carries any, ascending, by name of the link. */
  public Map<String, List<Integer>> occupancy() {
    Map<String, List<Integer>> used = new LinkedHashMap<>();
    for (Lightpath lightpath : lightpaths) {
      for (FiberLink link : lightpath.path().links()) {
        used.computeIfAbsent(link.name(), _ -> new ArrayList<>()).addAll(lightpath.channels());
      }
    }
    used.values().forEach(channels -> channels.sort(null));
    return used;
  }
}
