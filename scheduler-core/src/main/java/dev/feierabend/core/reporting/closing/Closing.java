package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import java.util.List;

/// A month's accounts concern several owners: they are recorded once for the operator, as a whole,
/// and once per customer with its own part. The whole comes first: from it alone the parts follow,
/// also after a restart between them.
public final class Closing {
  private Closing() {}

  /// What follows from the whole: each customer's part.
  public static List<ClosePeriod> parts(PeriodClosed whole) {
    return whole.figures().owners().stream()
        .filter(owner -> !owner.equals(Owner.OPERATOR))
        .map(owner -> new ClosePeriod(part(whole, owner)))
        .toList();
  }

  private static PeriodClosed part(PeriodClosed whole, Owner owner) {
    return new PeriodClosed(
        owner,
        whole.month(),
        whole.zone(),
        whole.figures().partOf(owner),
        whole.inputs(),
        whole.at());
  }
}
