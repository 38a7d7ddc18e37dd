package dev.feierabend.core.acting;

import dev.feierabend.core.observing.FreshLoad;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.core.planning.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Measures load at short intervals while something sleeps, or may within the quiet time, and has
/// the reconciler look at once where that contradicts the plan in force. What it measured is
/// remembered for the quiet time and recorded nowhere: the history has the hours, and what a
/// contradiction led to.
public final class Vigil {
  private final LoadSource source;
  private final FleetPort fleet;
  private final Memory memory;
  private final Reconciler reconciler;
  private final Runnable look;

  /// @param look has the reconciler look now
  public Vigil(
      LoadSource source, FleetPort fleet, Memory memory, Reconciler reconciler, Runnable look) {
    this.source = source;
    this.fleet = fleet;
    this.memory = memory;
    this.reconciler = reconciler;
    this.look = look;
  }

  /// An interval is over.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it can't be measured or nothing can be seen
  public void ended(Instant from, Instant to) {
    Vigilance vigilance = reconciler.vigilance();
    if (!due(vigilance.quiet().plus(Duration.between(from, to)), to)) {
      return;
    }
    FreshLoad fresh = memory.load().fresh();
    fresh.learn(source.between(from, to), from, to, vigilance.quiet());
    var sleepers = memory.plans().standing().map(PowerPlan::bySleeper);
    boolean contradicted =
        sleepers
            .filter(released ->
                !new Watch(vigilance, fresh)
                    .against(fleet.observe().workloads(), released, to)
                    .isEmpty())
            .isPresent();
    if (contradicted) {
      look.run();
    }
  }

  /// What load keeps up may sleep once it is quiet, so it isn't only measured while it sleeps.
  private boolean due(Duration ahead, Instant at) {
    Optional<PowerPlan> plan = memory.plans().standing();
    return plan.filter(it -> !it.sleepers().isEmpty() || !it.hostsOff().isEmpty()).isPresent()
        || reconciler.isReleased(at)
        || reconciler.nextTransition(at).filter(at.plus(ahead)::isAfter).isPresent();
  }
}
