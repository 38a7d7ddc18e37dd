package dev.feierabend.core.acting;

import dev.feierabend.core.forecasting.Consumer;
import dev.feierabend.core.forecasting.PeakForecast;
import dev.feierabend.core.forecasting.Prospects;
import dev.feierabend.core.forecasting.TenantWeeks;
import dev.feierabend.core.planning.Demands;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.evaluation.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What workloads are expected to need until the next transition, when all is planned anew; see
/// `PeakForecast`. Forecasts are made here, a few at each look.
final class Expectations {
  private final Memory memory;
  private final Evaluation evaluation;
  private final PeakForecast needs;

  /// @param coverage the share of a pool that must have been seen
  Expectations(Memory memory, Evaluation evaluation, double coverage) {
    this.memory = memory;
    this.evaluation = evaluation;
    Memory.Load load = memory.load();
    this.needs = new PeakForecast(load.utilisation(), load.prospects(), load.fresh(), coverage);
  }

  /// @param next when an agreement wants something else next
  Demands of(List<Workload> workloads, Optional<Instant> next, Instant at) {
    var weeks = new TenantWeeks(memory.agreements(), evaluation, at);
    List<Consumer> consumers = workloads.stream().map(Consumer::of).toList();
    memory.load().prospects().look(consumers, weeks, Prospects.A_LOOK, at);
    return needs.of(workloads, at, PeakForecast.until(next, at));
  }
}
