package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;

class SensitivityTest {
  private static final Percentage ROUNDING = withinPercentage(100 * 100 * 1.2e-16);
  private static final Inference FULL =
      TinySetting.inference(
          TinySetting.product(MatmulShape.of(1, 24, 96, 144), ProductLayer.Weights.RIGHT, 1));
  private static final CloudSetting SETTING = AccountPresets.setting(4);
  private static final List<Sensitivity.Row> ROWS =
      Sensitivity.of(FULL, SETTING, EnergyScope.OPTICAL_CORE);

  private static Sensitivity.Row row(String name) {
    return ROWS.stream().filter(r -> r.parameter().name().equals(name)).findFirst().orElseThrow();
  }

  /** A term that is proportional to the number: −½ of it at half, +1 of it at double. */
  @Test
  void aProportionalTermMovesByItself() {
    InferenceAccount account = CloudAccount.of(FULL, SETTING);
    double adc = account.energies().of(EnergyComponent.ADC) / FULL.macs() / 2 * 1e15;
    Sensitivity.Row row = row("ADC rated power");

    assertThat(row.base() - row.atLow()).isCloseTo(adc / 2, withinPercentage(1e-10));
    assertThat(row.atHigh() - row.base()).isCloseTo(adc, withinPercentage(1e-10));
    assertThat(row.swing()).isCloseTo(1.5 * adc / row.base(), withinPercentage(1e-10));
  }

  /** Received power, 3 dB of loss and the inverse of the efficiency enter as one factor. */
  @Test
  void lightIsOneFactor() {
    Sensitivity.Row power = row("received power");

    assertThat(row("loss of the chip with margin").atHigh()).isCloseTo(power.atHigh(), ROUNDING);
    assertThat(row("wall-plug efficiency").atLow()).isCloseTo(power.atHigh(), ROUNDING);
    assertThat(row("wall-plug efficiency").atHigh()).isCloseTo(power.atLow(), ROUNDING);
  }

  @Test
  void theLargestIsFirstAndSignsAreRight() {
    assertThat(ROWS.stream().map(Sensitivity.Row::swing))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    for (String less : List.of("wavelengths", "integration length", "symbol rate")) {
      assertThat(row(less).atHigh()).as(less).isLessThan(row(less).base());
    }
    for (String more :
        List.of("received power", "loss of the inputs' path", "DAC rated power", "TIA power")) {
      assertThat(row(more).atHigh()).as(more).isGreaterThan(row(more).base());
    }
    // What the core does not contain cannot move it.
    assertThat(row("energy of main memory").swing()).isZero();
    assertThat(row("energy of a bit sent").swing()).isZero();
  }

  @Test
  void ratesStayWithinTheConverters() {
    // 5 GBd doubles to 10; the DAC is rated for 14, three cycles share an ADC of 10.
    assertThat(row("symbol rate").range()).isEqualTo(new SettingParameter.Range(2.5e9, 10e9));
    CloudSetting fast =
        SETTING.with(AccountPresets.hardware(CoreEdits.clock(SETTING.hardware().core(), 10e9)));
    Sensitivity.Row limited =
        Sensitivity.of(FULL, fast, EnergyScope.WHOLE_SYSTEM).stream()
            .filter(r -> r.parameter().name().equals("symbol rate"))
            .findFirst()
            .orElseThrow();
    assertThat(limited.range().high()).isEqualTo(14e9);
  }

  @Test
  void numbersThatAreZeroAreLeftOut() {
    StreamPath local = StreamPath.local();
    CloudPaths none = new CloudPaths(local, local, local, SETTING.paths().digital());

    assertThat(Sensitivity.of(FULL, SETTING.with(none), EnergyScope.OPTICAL_CORE))
        .hasSize(ROWS.size() - 2)
        .noneMatch(row -> row.parameter().name().endsWith("path"));
  }
}
