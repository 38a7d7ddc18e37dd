package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.terms.MachineId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The plan in force, put together from those parts alone that a caller may see.
public final class Outlook {
  /// How the service acts, what policies want, and what stands on what by the last look.
  public record Ways(Mode mode, Evaluation evaluation, Supplier<Stack> stack) {}

  private final Memory memory;
  private final Ways ways;
  private final Telling telling;
  private final Register register;
  private final Desk desk;

  public Outlook(Memory memory, Ways ways, Telling telling, Register register, Desk desk) {
    this.memory = memory;
    this.ways = ways;
    this.telling = telling;
    this.register = register;
    this.desk = desk;
  }

  public PlansView now(Chronicle.Reader reader) {
    return new PlansView(
        ways.mode().name().toLowerCase(Locale.ROOT),
        frozen(reader.caller()),
        sleepers(reader),
        hosts(reader),
        extent(reader.caller()),
        due(reader));
  }

  /// A freeze of the operator's is everybody's to know: it keeps their capacity on.
  private List<String> frozen(Caller caller) {
    return memory.exceptions().frozen().stream()
        .filter(owner -> owner.equals(Owner.OPERATOR) || caller.sees(owner))
        .map(Owner::toString)
        .sorted()
        .toList();
  }

  private List<PlansView.Sleeper> sleepers(Chronicle.Reader reader) {
    return register
        .tenants(reader.caller())
        .flatMap(tenant -> memory.plans().of(Owner.of(tenant)).stream())
        .map(PlanDecided::sleepers)
        .flatMap(List::stream)
        .map(sleeper -> sleeper(sleeper, reader.locale()))
        .toList();
  }

  private PlansView.Sleeper sleeper(PowerPlan.Sleeper sleeper, Locale locale) {
    String id = sleeper.workload().value();
    return new PlansView.Sleeper(
        id,
        telling.name(id),
        sleeper.tenant().value(),
        sleeper.pool().value(),
        sleeper.agreement().value(),
        sleeper.digest(),
        sleeper.window().since(),
        sleeper.window().wakeAt(),
        sleeper.window().readyBy(),
        memory.night().slumber().of(sleeper.workload()).isPresent(),
        telling.because(sleeper.reason(), locale));
  }

  private List<PlansView.HostAim> hosts(Chronicle.Reader reader) {
    if (!reader.caller().seesAll()) {
      return List.of();
    }
    Map<MachineId, String> layers = telling.layers(ways.stack().get(), reader.locale());
    return memory.plans().operator().stream()
        .flatMap(part -> part.hosts().stream())
        .map(aim -> {
          String id = aim.host().toString();
          String because = telling.because(aim.reason(), reader.locale());
          var layer = Optional.ofNullable(layers.get(aim.host()));
          return new PlansView.HostAim(id, telling.name(id), aim.on(), because, layer);
        })
        .toList();
  }

  private Optional<PlansView.Extent> extent(Caller caller) {
    return memory
        .plans()
        .operator()
        .filter(_ -> caller.seesAll())
        .flatMap(part ->
            part.least()
                .map(least -> {
                  long on = part.hosts().stream().filter(PowerPlan.HostAim::on).count();
                  return new PlansView.Extent((int) on, least);
                }));
  }

  private List<PlansView.Due> due(Chronicle.Reader reader) {
    return register
        .active(reader.caller())
        .flatMap(entry -> due(entry, reader.locale()).stream())
        .sorted(Comparator.comparing(PlansView.Due::at))
        .toList();
  }

  private Optional<PlansView.Due> due(Agreements.Entry entry, Locale locale) {
    return ways.evaluation()
        .next(entry.policy(), desk.now())
        .map(next ->
            new PlansView.Due(
                entry.agreement().value(),
                next.at(),
                becomes(next),
                telling.because(next.verdict().because(), locale)));
  }

  private static String becomes(Transition next) {
    return switch (next.verdict()) {
      case Verdict.Asleep _ -> "asleep";
      case Verdict.Awake _ -> "awake";
    };
  }
}
