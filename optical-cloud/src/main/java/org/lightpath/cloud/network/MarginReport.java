package org.lightpath.cloud.network;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lightpath.fiber.Optics;

/** Says that a path has no margin, where its power or its OSNR goes, and what would help. */
final class MarginReport {
  private static final int NAMED_STAGES = 3;

  private final NetworkPath path;
  private final int channel;
  private final TransmissionSpec spec;
  private final List<StageBudget> stages;

  MarginReport(NetworkPath path, int channel, TransmissionSpec spec, List<StageBudget> stages) {
    this.path = path;
    this.channel = channel;
    this.spec = spec;
    this.stages = stages;
  }

  void add(PathQuality quality, List<String> warnings) {
    PathQuality.Margins margins = quality.margins();
    if (lacking(margins.power())) {
      warnings.add(
          "link without margin: path %s, channel %d: received power is %.2f dBm, %.2f dB below the required %.2f dBm; most is lost at %s. Raise the launch power of %.2f dBm, amplify, or shorten the path"
              .formatted(
                  path,
                  channel,
                  Optics.toDbm(quality.power().output()),
                  -Optics.toDecibels(margins.power().getAsDouble()),
                  Optics.toDbm(spec.requirement().power().getAsDouble()),
                  greatestLosses(),
                  Optics.toDbm(spec.launchPower())));
    }
    if (lacking(margins.osnr())) {
      boolean nonlinear = quality.noise().generalisedOsnr() < quality.noise().osnr() / 2;
      warnings.add(
          "link without margin: path %s, channel %d: OSNR is %.2f dB with nonlinear interference (%.2f dB without), %.2f dB below the required %.2f dB; %s. %s"
              .formatted(
                  path,
                  channel,
                  Optics.toDecibels(quality.noise().generalisedOsnr()),
                  Optics.toDecibels(quality.noise().osnr()),
                  -Optics.toDecibels(margins.osnr().getAsDouble()),
                  Optics.toDecibels(spec.requirement().osnr().getAsDouble()),
                  noisiest(),
                  nonlinear
                      ? "Nonlinear interference is more than half of the noise: lower the launch power or light fewer channels"
                      : "Raise the launch power, shorten the spans or take amplifiers of lower noise figure"));
    }
  }

  private static boolean lacking(OptionalDouble margin) {
    return margin.isPresent() && margin.getAsDouble() < 1;
  }

  private String greatestLosses() {
    return stages.stream()
        .sorted(Comparator.comparingDouble((StageBudget s) -> s.power().transmission()))
        .limit(NAMED_STAGES)
        .filter(s -> s.power().transmission() < 1)
        .map(s -> "'%s' (%.2f dB)".formatted(s.name(), s.power().lossDecibels()))
        .collect(Collectors.joining(", "));
  }

  private String noisiest() {
    String named =
        stages.stream()
            .filter(s -> s.noise().own() > 0)
            .sorted(Comparator.comparingDouble(StageBudget::ownOsnr))
            .limit(NAMED_STAGES)
            .map(s -> "'%s' (%.2f dB)".formatted(s.name(), Optics.toDecibels(s.ownOsnr())))
            .collect(Collectors.joining(", "));
    return named.isEmpty()
        ? "no amplifier adds noise on the way"
        : "by themselves the noisiest stages leave " + named;
  }
}
