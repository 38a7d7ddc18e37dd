package dev.feierabend.core.reporting;

import dev.feierabend.policies.evaluation.Evaluation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out why something slept or was awake, from what was recorded by then and from nothing
/// else. Pure.
public final class Reasoning {
  private final Past past;
  private final Agreed agreed;

  /// @param evaluation tells what policies in force wanted
  public Reasoning(Past past, Evaluation evaluation) {
    this.past = past;
    this.agreed = new Agreed(past.agreements(), evaluation, past.at());
  }

  public Why of(Subject subject) {
    return switch (subject) {
      case Subject.OfHost host -> new HostReasoning(past, agreed).of(host);
      case Subject.OfWorkload workload -> workload(workload);
      case Subject.OfPool pool -> pool(pool);
    };
  }

  /// As those of it stood that were farthest from serving, and how many they were.
  private Why pool(Subject.OfPool pool) {
    List<Why> members = past.subjects().in(pool.pool()).stream().map(this::workload).toList();
    return members.stream()
        .min(Comparator.comparing(Why::state))
        .map(first -> {
          long these = members.stream().filter(why -> why.state() == first.state()).count();
          return first.of(pool, new Why.Members((int) these, members.size()));
        })
        .orElseGet(() -> Why.awake(pool, past.at(), new Cause.NotPlanned()));
  }

  private Why workload(Subject.OfWorkload workload) {
    Optional<Deed> deed = past.deed(workload.id());
    return switch (deed.map(Deed::state).orElse(Why.State.AWAKE)) {
      case ASLEEP, FALLING -> asleep(workload, deed.orElseThrow());
      case WAKING -> deed.orElseThrow().waking(workload, past.at());
      case AWAKE -> awake(workload, deed);
    };
  }

  private Why asleep(Subject.OfWorkload workload, Deed deed) {
    return past.decisions()
        .lastSleeping(workload.workload())
        .map(sleeping -> {
          Cause.Released cause = agreed.released(sleeping.sleeper());
          return new Why(
              workload,
              past.at(),
              deed.state(),
              cause,
              agreed.bases(cause.agreement(), cause.digest()),
              Optional.of(Why.Plan.of(sleeping.plan())),
              deed.course(),
              Optional.empty());
        })
        .orElseGet(() -> deed.unplanned(workload, past.at()));
  }

  private Why awake(Subject.OfWorkload workload, Optional<Deed> deed) {
    return changed(workload)
        .or(() -> past.stops().of(workload.owner()))
        .or(() -> Overrides.of(past, workload))
        .or(() -> unfulfilled(workload, deed))
        .map(cause -> Why.awake(workload, past.at(), cause))
        .orElseGet(() -> wanted(workload));
  }

  private Optional<Cause> changed(Subject subject) {
    return past.changed(subject.id())
        .map(change ->
            new Cause.Changed(
                change.expected(), change.found(), change.by(), change.at(), change.until()));
  }

  /// Where the plan in force wants it asleep and it isn't.
  private Optional<Cause> unfulfilled(Subject.OfWorkload workload, Optional<Deed> deed) {
    return past.decisions()
        .sleeping(workload.workload())
        .map(sleeping -> Deed.missing(sleeping.plan(), deed));
  }

  private Why wanted(Subject.OfWorkload workload) {
    List<Cause.Wish> wishes = agreed.wishes(workload);
    List<Why.Basis> bases =
        wishes.stream()
            .flatMap(wish -> agreed.bases(wish.agreement(), wish.digest()).stream())
            .toList();
    Cause cause = Agreed.cause(workload.workload(), wishes, past.skipped(workload.owner()));
    return Why.awake(workload, past.at(), cause).on(bases, Optional.empty());
  }
}
