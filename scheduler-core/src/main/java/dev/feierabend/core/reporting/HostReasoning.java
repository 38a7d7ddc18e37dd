package dev.feierabend.core.reporting;

import java.util.List;
import java.util.Optional;

/// Finds out why a host was on or off: the plan has a reason for every host, and what was switched
/// off names the documents that allowed it.
record HostReasoning(Past past, Agreed agreed) {

  Why of(Subject.OfHost host) {
    return alone(host).over(new Beneaths(past).of(host));
  }

  private Why alone(Subject.OfHost host) {
    Optional<Deed> deed = past.deed(host.id());
    Optional<Decisions.Aimed> aimed = past.decisions().aim(host.host());
    Optional<Why.Plan> plan = aimed.map(Decisions.Aimed::plan).map(Why.Plan::of);
    return switch (deed.map(Deed::state).orElse(Why.State.AWAKE)) {
      case ASLEEP, FALLING -> off(host, deed.orElseThrow(), aimed).on(bases(deed), plan);
      case WAKING -> deed.orElseThrow().waking(host, past.at());
      case AWAKE -> Why.awake(host, past.at(), on(aimed, deed)).on(List.of(), plan);
    };
  }

  private Why off(Subject.OfHost host, Deed deed, Optional<Decisions.Aimed> aimed) {
    return aimed
        .map(decided -> deed.why(host, past.at(), new Cause.Planned(decided.aim().reason())))
        .orElseGet(() -> deed.unplanned(host, past.at()));
  }

  private static Cause on(Optional<Decisions.Aimed> aimed, Optional<Deed> deed) {
    return aimed
        .map(decided ->
            decided.aim().on()
                ? new Cause.Planned(decided.aim().reason())
                : Deed.missing(decided.plan(), deed))
        .orElseGet(Cause.NotPlanned::new);
  }

  private List<Why.Basis> bases(Optional<Deed> deed) {
    return deed.stream()
        .flatMap(done -> done.issued().approvals().stream())
        .flatMap(digest -> agreed.bases(digest).stream())
        .toList();
  }
}
