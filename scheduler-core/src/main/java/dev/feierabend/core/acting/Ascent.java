package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.language.Order.Group;
import dev.feierabend.policies.language.ReadinessTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How far an agreement's groups have come on their way up: a group begins once those after it are
/// ready by their own measure, or their time is over.
record Ascent(Turn turn, World world, Memory.Night night, Readiness readiness, Instant at) {
  /// A group that woke while others wait for it.
  ///
  /// @param began when the last of it began to wake
  private record Risen(int rank, Group group, Instant began) {
    Instant due() {
      return began.plus(group.within().orElse(Intents.WORKLOAD));
    }
  }

  /// The highest rank that is on its way; no lower one may come yet.
  int highest() {
    int away = turn.highest(this::holdsUp);
    return risen()
        .filter(group -> group.rank() > away && at.isBefore(group.due()))
        .filter(group -> group.group().within().isPresent() || isBack(group))
        .filter(group -> missing(group).isPresent())
        .mapToInt(Risen::rank)
        .max()
        .orElse(away);
  }

  private boolean isBack(Risen group) {
    return of(group.rank()).noneMatch(this::away);
  }

  /// Groups whose time is over and after which the next goes on all the same; only those that say
  /// themselves when they are ready, or by when.
  Stream<ReportLate> late() {
    return risen()
        .filter(group -> !at.isBefore(group.due()))
        .flatMap(group -> missing(group).stream().map(because -> late(group, because)));
  }

  private ReportLate late(Risen group, String because) {
    return new ReportLate(
        Owner.of(turn.agreement().tenant()),
        new GroupName(turn.agreement(), group.rank()).toString(),
        because,
        group.due(),
        at);
  }

  private Stream<Risen> risen() {
    List<Group> groups = turn.policy().clauses().order().groups();
    return IntStream.rangeClosed(1, groups.size())
        .filter(rank -> groups.get(rank - 1).hasMeasure())
        .mapToObj(rank -> risen(rank, groups.get(rank - 1)))
        .flatMap(Optional::stream);
  }

  /// One of which the last hasn't begun yet is waited for as long as that takes.
  private Optional<Risen> risen(int rank, Group group) {
    return of(rank).anyMatch(this::stillToBegin)
        ? Optional.empty()
        : of(rank)
            .flatMap(workload -> night.actions().begun(workload.id()).stream())
            .max(Comparator.naturalOrder())
            .filter(began -> turn.below(rank).anyMatch(workload -> waits(workload, began)))
            .map(began -> new Risen(rank, group, began));
  }

  private Stream<Workload> of(int rank) {
    return turn.at(rank);
  }

  /// Why a group isn't ready; empty where it is.
  private Optional<String> missing(Risen group) {
    long away = of(group.rank()).filter(this::away).count();
    return away > 0
        ? Optional.of(
            "%d of its %d workloads don't serve".formatted(away, of(group.rank()).count()))
        : readiness.missing(
            group.group().tests().stream().map(ReadinessTest::target), group.began());
  }

  /// Ours to wake and not begun, since before the others were woken.
  private boolean waits(Workload workload, Instant began) {
    return stillToBegin(workload)
        && slept(workload).filter(it -> it.at().isBefore(began)).isPresent();
  }

  private boolean stillToBegin(Workload workload) {
    return away(workload) && night.actions().begun(workload.id()).isEmpty();
  }

  /// Ours to wake, not back, and not tried in vain.
  private boolean holdsUp(Workload workload) {
    return away(workload) && slept(workload).filter(it -> !inVain(workload, it)).isPresent();
  }

  private boolean away(Workload workload) {
    boolean serves = !world.asleep(workload) && workload.ready() >= workload.replicas();
    return !serves && !world.shallSleep(workload) && slept(workload).isPresent();
  }

  private Optional<Slumber.Slept> slept(Workload workload) {
    return night.slumber().of(workload.id());
  }

  /// Where its group says itself how long it is waited for, nothing else ends that.
  private boolean inVain(Workload workload, Slumber.Slept slept) {
    if (turn.group(workload).flatMap(Group::within).isPresent()) {
      return isOver(workload);
    }
    int tries = night.actions().tries(Intents.wake(workload.id(), slept.at()));
    boolean pending = night.actions().pendingOn(workload.id().value()).isPresent();
    return tries > 1 || (tries == 1 && !pending);
  }

  /// True where its group is waited for no longer than until now.
  private boolean isOver(Workload workload) {
    Optional<Duration> within = turn.group(workload).flatMap(Group::within);
    return within
        .flatMap(time -> night.actions().begun(workload.id()).map(began -> began.plus(time)))
        .filter(due -> !at.isBefore(due))
        .isPresent();
  }
}
