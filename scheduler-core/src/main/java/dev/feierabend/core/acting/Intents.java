package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts a step into the form of an intent: whose it is, what allows it, what brings back what it
/// takes, until when it must have happened.
///
/// @param leads how long hosts take to come back
/// @param plan the id of the plan in force
record Intents(World world, Memory.Night night, LeadTimes leads, String plan, Instant at) {
  /// How long one try of a workload's step lasts.
  static final Duration WORKLOAD = Duration.ofMinutes(10);

  private static final Duration HOST = Duration.ofMinutes(10);
  private static final Duration DRAIN = Duration.ofMinutes(45);
  private static final Duration BOOT_GRACE = Duration.ofMinutes(2);

  Actions actions() {
    return night.actions();
  }

  private Slumber slumber() {
    return night.slumber();
  }

  /// @param term in which it is decided
  ActionIssued of(Step step, long term) {
    String stem = stem(step);
    return new ActionIssued(
        owner(step),
        ActionId.of(stem, actions().tries(stem) + 1),
        step,
        plan,
        approvals(step),
        restore(step),
        readyBy(step),
        at.plus(allowed(step)),
        term,
        false,
        at);
  }

  String stem(Step step) {
    return switch (step) {
      case Step.Sleep(var id, _) ->
          "sleep/" + id + "@" + sleeper(id).map(s -> s.window().since()).orElse(at);
      case Step.Wake(var id, _, _, _) ->
          wake(id, slumber().of(id).map(Slumber.Slept::at).orElse(at));
      case Step.Cordon(var id) -> "cordon/" + onHost(id);
      case Step.Drain(var id, _) -> "drain/" + onHost(id);
      case Step.PowerOff(var id) -> "power-off/" + onHost(id);
      case Step.PowerOn(var id) -> "power-on/" + onHost(id);
      case Step.Admit(var id) -> "admit/" + onHost(id);
    };
  }

  /// The stem of a workload's wake from the sleep that began at `slept`.
  static String wake(WorkloadId id, Instant slept) {
    return "wake/" + id + "@" + slept;
  }

  private String onHost(MachineId id) {
    return id + "@" + plan;
  }

  private Owner owner(Step step) {
    return switch (step) {
      case Step.OnHost _ -> Owner.OPERATOR;
      case Step.OnWorkload on ->
          world
              .fleet()
              .workload(on.workload())
              .map(workload -> Owner.of(workload.tenant()))
              .orElse(Owner.OPERATOR);
    };
  }

  private List<String> approvals(Step step) {
    return switch (step) {
      case Step.Sleep(var id, _) -> sleeper(id).map(Sleeper::digest).stream().toList();
      case Step.OnHost on when step.takesAway() ->
          world
              .plan()
              .aimOf(on.host())
              .flatMap(Intents::ofDrill)
              .map(List::of)
              .orElseGet(this::documents);
      case Step.Wake _, Step.OnHost _ -> List.of();
    };
  }

  private List<String> documents() {
    return world.plan().sleepers().stream().map(Sleeper::digest).distinct().sorted().toList();
  }

  /// What allows the drill of a host, where no document does.
  private static Optional<String> ofDrill(HostAim aim) {
    return aim.reason() instanceof Reason.Drilled(_, var approval) ? approval : Optional.empty();
  }

  private Optional<Original> restore(Step step) {
    return switch (step) {
      case Step.Sleep(var id, _) -> world.fleet().workload(id).map(world::original);
      case Step.Wake _, Step.OnHost _ -> Optional.empty();
    };
  }

  private Optional<Instant> readyBy(Step step) {
    return switch (step) {
      case Step.Sleep(var id, _) -> sleeper(id).map(s -> s.window().readyBy());
      case Step.Wake(var id, _, _, _) -> slumber().of(id).flatMap(Slumber.Slept::readyBy);
      case Step.PowerOn _, Step.Admit _ -> slumber().nextReadyBy(at);
      case Step.Cordon _, Step.Drain _, Step.PowerOff _ -> Optional.empty();
    };
  }

  private Duration allowed(Step step) {
    return switch (step) {
      case Step.PowerOn(var id) -> world.fleet().host(id).map(this::boot).orElse(HOST);
      case Step.Drain _ -> DRAIN;
      case Step.OnWorkload _ -> WORKLOAD;
      case Step.Cordon _, Step.PowerOff _, Step.Admit _ -> HOST;
    };
  }

  /// Long enough to see what is rare, too: what was never seen isn't learned.
  private Duration boot(Host host) {
    Duration told = host.energy().boot().multipliedBy(2).plus(BOOT_GRACE);
    Duration cautious = leads.of(host.id(), host.energy().boot()).cautious();
    return told.compareTo(cautious) > 0 ? told : cautious;
  }

  private Optional<Sleeper> sleeper(WorkloadId id) {
    return Optional.ofNullable(world.sleepers().get(id));
  }
}
