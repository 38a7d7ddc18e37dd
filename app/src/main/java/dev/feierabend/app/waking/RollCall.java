package dev.feierabend.app.waking;

import dev.feierabend.app.waking.Stage.Done;
import dev.feierabend.app.waking.Stage.Looking;
import dev.feierabend.app.waking.Stage.Pressing;
import dev.feierabend.app.waking.Stage.Resting;
import dev.feierabend.app.waking.Stage.Settling;
import dev.feierabend.app.waking.Stage.Waiting;
import dev.feierabend.app.waking.Stage.Watching;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Who is asked for what, and when. All are looked at abreast; who is off waits for one of a few
/// turns, given in the order of the list, and has it until it is seen on or its time to settle is
/// over. So one that hangs takes nobody's turn, and one that doesn't boot takes it for a while. It
/// knows no clock and asks nobody itself; one thread.
public final class RollCall {
  private final SequencedMap<MachineId, Case> cases = new LinkedHashMap<>();
  private final Pace pace;
  private final Instant began;
  private boolean heard;

  /// @param hosts in the order in which they are needed
  public RollCall(List<Sleeper> hosts, Pace pace, Instant began) {
    hosts.forEach(host -> cases.put(host.id(), Case.of(host, began)));
    this.pace = pace;
    this.began = began;
  }

  /// What is to be asked now; each is answered once.
  public List<Errand> due(Instant at) {
    var errands = new ArrayList<Errand>();
    for (Case each : List.copyOf(cases.values())) {
      if (!each.due().isAfter(at)) {
        wake(each, errands);
      }
    }
    give(errands, at);
    return errands;
  }

  private void wake(Case each, List<Errand> errands) {
    Stage next =
        switch (each.stage()) {
          case Settling(_, var until) -> new Watching(until);
          case Resting _ -> each.blind() ? new Waiting() : new Looking();
          case Looking _, Waiting _, Pressing _, Watching _, Done _ -> each.stage();
        };
    put(each.in(next));
    if (!(next instanceof Waiting)) {
      errands.add(new Errand.Look(each.host()));
    }
  }

  /// A turn is kept for a while for those of whom nothing has been heard yet: they may be off, and
  /// are needed sooner than those behind them.
  private void give(List<Errand> errands, Instant at) {
    boolean early = at.isBefore(began.plus(pace.grace()));
    long free = pace.atOnce() - cases.values().stream().filter(it -> it.stage().hasTurn()).count();
    for (Case each : List.copyOf(cases.values())) {
      if (free <= 0) {
        return;
      }
      if (each.stage() instanceof Waiting) {
        put(each.in(new Pressing()));
        errands.add(new Errand.Press(each.host()));
        free--;
      } else if (early && each.unheard()) {
        free--;
      }
    }
  }

  /// @return what became of its host, if that is known by now
  public Optional<Fate> heard(Errand errand, Word word, Instant at) {
    Case now = of(errand.host()).hears(word, pace, began, at);
    put(now);
    heard |= !(word instanceof Word.Failed);
    return now.stage() instanceof Done(var fate) ? Optional.of(fate) : Optional.empty();
  }

  private Case of(Sleeper host) {
    Case found = cases.get(host.id());
    if (found == null) {
      throw new IllegalArgumentException("Expected a host of this list but found " + host);
    }
    return found;
  }

  private void put(Case next) {
    cases.put(next.host().id(), next);
  }

  /// The next moment at which something is due without anybody's word.
  public Instant next(Instant at) {
    Instant graced = began.plus(pace.grace());
    Instant first = graced.isAfter(at) ? graced : end();
    return cases.values().stream().map(Case::due).reduce(first, RollCall::earlier);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Instant end() {
    return began.plus(pace.within());
  }

  /// Whether nothing is left to do, or no time.
  public boolean over(Instant at) {
    return !at.isBefore(end())
        || cases.values().stream().allMatch(it -> it.stage() instanceof Done);
  }

  /// Whether any controller gave an answer that tells something.
  public boolean heardSomebody() {
    return heard;
  }

  /// What became of each, in the list's order.
  public Map<Sleeper, Fate> fates() {
    var fates = new LinkedHashMap<Sleeper, Fate>();
    cases.values().forEach(each -> fates.put(each.host(), each.fate()));
    return fates;
  }
}
