package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The next step of everything that is not yet as the plan wants it. Pure; one step a subject, none
/// for a subject that has an action under way. What gives capacity back comes first, and hosts are
/// cordoned before one is emptied: what leaves it is then given to none that goes, too. Whoever
/// serves without us having admitted it is admitted all the same, and so no longer ours. A host
/// that is a guest is switched on once there is room for it on a host that serves.
final class Steps {
  private Steps() {}

  static List<Step> towards(World world) {
    var steps = new ArrayList<Step>();
    var vacancies = new Vacancies(world);
    for (HostAim aim : world.plan().hosts()) {
      world
          .fleet()
          .host(aim.host())
          .filter(host -> !world.busy().contains(host.id().toString()))
          .flatMap(host -> aim.on() ? towardsOn(host, world, vacancies) : towardsOff(host, world))
          .ifPresent(steps::add);
    }
    steps.addAll(WorkloadSteps.towards(world, vacancies));
    steps.sort((one, other) -> Integer.compare(order(one), order(other)));
    return List.copyOf(steps);
  }

  private static Optional<Step> towardsOn(Host host, World world, Vacancies vacancies) {
    if (!world.tookAway().test(host.id())) {
      return Optional.empty();
    }
    if (host.power() == Power.OFF) {
      return world.layers().guest(host.id()).map(vacancies::seat).orElse(true)
          ? Optional.of(new Step.PowerOn(host.id()))
          : Optional.empty();
    }
    return host.inService() || (host.ready() && host.cordoned())
        ? Optional.of(new Step.Admit(host.id()))
        : Optional.empty();
  }

  private static Optional<Step> towardsOff(Host host, World world) {
    if (host.power() != Power.ON) {
      return Optional.empty();
    }
    if (!host.cordoned()) {
      return host.ready() ? Optional.of(new Step.Cordon(host.id())) : Optional.empty();
    }
    if (!world.tookAway().test(host.id())) {
      return Optional.empty();
    }
    if (!host.occupied()) {
      return Optional.of(new Step.PowerOff(host.id()));
    }
    return world.on(host).anyMatch(world::leaves)
        ? Optional.empty()
        : Optional.of(new Step.Drain(host.id(), moves(host, world)));
  }

  /// Those from it, after those that make room where they lead.
  private static List<Move> moves(Host host, World world) {
    List<Move> all = world.plan().moves();
    List<Move> own = all.stream().filter(move -> move.from().equals(host.id())).toList();
    Set<MachineId> carriers = own.stream().map(Move::to).collect(Collectors.toSet());
    return Stream.concat(all.stream().filter(move -> carriers.contains(move.from())), own.stream())
        .toList();
  }

  /// Before which others it is taken.
  static int order(Step step) {
    return switch (step) {
      case Step.PowerOn _ -> 0;
      case Step.Admit _ -> 1;
      case Step.Wake _ -> 2;
      case Step.Sleep _ -> 3;
      case Step.PowerOff _ -> 4;
      case Step.Cordon _ -> 5;
      case Step.Drain _ -> 6;
    };
  }
}
