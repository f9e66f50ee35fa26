package org.lightpath.cloud.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.energy.ElectronicBaselines;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.published.PublishedTables;
import org.lightpath.photonic.energy.published.Scenarios;

/** Energy per operation of an account beside published figures and electronics. */
public final class EnergyComparison {
  private EnergyComparison() {}

  /**
   * A figure in the list.
   *
   * @param group who it belongs to
   * @param figure with its definition of an operation and its source
   * @param overWhole how many times the energy of the account's whole system it is; per
   *     multiply–accumulate where its source defines the operation, else per operation
   */
  public record Row(Group group, EnergyFigure figure, double overWhole) {
    /** Checks that nothing is missing. */
    public Row {
      Objects.requireNonNull(group);
      Objects.requireNonNull(figure);
    }
  }

  /** Whose figure it is. */
  public enum Group {
    /** Of this account. */
    OURS,
    /** Of the paper whose scenario this is; its operation is not defined. */
    PAPER,
    /** An electronic processor, with its precision in the name. */
    ELECTRONIC,
    /** Another published photonic system. */
    PHOTONIC
  }

  /**
   * All figures: every scope of the account, the paper's 118.6 mW/TOPS, electronics, other systems.
   */
  public static List<Row> of(InferenceAccount account) {
    EnergyFigure whole = account.figure(EnergyScope.WHOLE_SYSTEM);
    List<Row> rows = new ArrayList<>();
    for (EnergyScope scope : EnergyScope.values()) {
      if (scope == EnergyScope.WHOLE_SYSTEM || account.inference().opticalMacs() > 0) {
        add(rows, Group.OURS, account.figure(scope), whole);
      }
    }
    EnergyFigure paper = Scenarios.opticalComputingCentre();
    add(rows, Group.PAPER, paper, whole);
    ElectronicBaselines.all().forEach(one -> add(rows, Group.ELECTRONIC, one, whole));
    PublishedTables.otherSystems().stream()
        .filter(one -> !one.equals(paper))
        .forEach(one -> add(rows, Group.PHOTONIC, one, whole));
    return List.copyOf(rows);
  }

  private static void add(List<Row> rows, Group group, EnergyFigure figure, EnergyFigure whole) {
    rows.add(new Row(group, figure, figure.over(whole)));
  }
}
