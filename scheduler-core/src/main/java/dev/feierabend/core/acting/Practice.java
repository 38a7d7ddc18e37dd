package dev.feierabend.core.acting;

import dev.feierabend.core.drilling.DrillCommand;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Trial.Approval;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a host has come back from being off. Pure.
///
/// @param passed when it last came back in time, whether from a drill or from a night
/// @param boots how many seconds the last of its boots took, oldest first
/// @param failed what went wrong since
/// @param wanted why what was known of it no longer counts
/// @param approval of a drill of its own
/// @param off since when it is off, seen so and switched off here
/// @param trial since when it is being drilled
/// @param makes what it is, and was when it woke
public record Practice(
    Optional<Instant> passed,
    List<Integer> boots,
    Optional<Failure> failed,
    Optional<String> wanted,
    Optional<Approval> approval,
    Optional<Instant> off,
    Optional<Instant> trial,
    Makes makes) {
  static final Practice NONE =
      new Practice(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Makes.UNTOLD);

  /// So many boots tell how long it takes.
  public static final int BOOTS = 20;

  /// Who came back after so many times of what it was waited for came by itself; who took longer
  /// was brought back by somebody.
  public static final int BY_ITSELF = 4;

  public record Failure(String because, Instant at) {}

  public Practice {
    boots = List.copyOf(boots);
  }

  /// Why it may not sleep at `at`. Who sleeps for a night is being tried by that.
  public Optional<Reason.OfDrill> due(Drilling drilling, Instant at) {
    if (off.isPresent() && trial.isEmpty()) {
      return Optional.empty();
    }
    if (failed.isPresent()) {
      return failed.map(what -> new Reason.DrillLost(what.because(), what.at()));
    }
    if (wanted.isPresent()) {
      return wanted.map(Reason.DrillWanted::new);
    }
    if (passed.isPresent() && !makes.changes().isEmpty()) {
      return Optional.of(new Reason.MakeChanged(makes.changes()));
    }
    return passed.isEmpty()
        ? Optional.of(new Reason.NeverDrilled())
        : passed
            .filter(last -> !at.isBefore(last.plus(drilling.maxAge())))
            .map(Reason.DrillTooOld::new);
  }

  /// What a host that failed needs first is a technician, who lets it be tried again.
  boolean mayBeTried(Instant at) {
    return failed.isEmpty() || approval.filter(one -> one.covers(at)).isPresent();
  }

  /// The longest that it took.
  public Optional<Duration> boot() {
    return boots.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Collections.max(boots)));
  }

  /// How the drill ended that is under way, if it has.
  Optional<DrillCommand> outcome(MachineId host, Instant at) {
    return trial.flatMap(since -> {
      Optional<DrillCommand> lost =
          failed
              .filter(what -> !what.at().isBefore(since))
              .map(what -> new DrillCommand.FailDrill(host, what.because(), at));
      return lost.or(() ->
          passed
              .filter(back -> !back.isBefore(since))
              .map(_ -> new DrillCommand.PassDrill(host, boots.getLast(), at)));
    });
  }

  /// Whether it has been off long enough to be woken.
  boolean settled(Drilling drilling, Instant at) {
    return off.filter(since -> !at.isBefore(since.plus(drilling.settle()))).isPresent();
  }

  Practice offAt(Instant at) {
    return new Practice(
        passed, boots, failed, wanted, approval, Optional.of(at), trial, makes.switchedOff());
  }

  /// Somebody else switched it on: that says nothing of how it comes back.
  Practice switchedByOthers() {
    return new Practice(passed, boots, failed, wanted, approval, Optional.empty(), trial, makes);
  }

  /// In a drill from `since` on; or no longer, where it was broken off before the host was off.
  Practice tried(Optional<Instant> since) {
    return new Practice(passed, boots, failed, wanted, approval, off, since, makes);
  }

  /// It serves again, switched on at `switched` after it was seen off.
  Practice back(Instant switched, Instant at) {
    if (off.isEmpty()) {
      return this;
    }
    return new Practice(
        Optional.of(at),
        with(Duration.between(switched, at)),
        Optional.empty(),
        Optional.empty(),
        approval,
        Optional.empty(),
        trial,
        makes.back());
  }

  private List<Integer> with(Duration boot) {
    int seconds = Math.clamp(boot.toSeconds(), 0, 86_400);
    return Stream.concat(boots.stream(), Stream.of(seconds))
        .skip(Math.max(0, boots.size() + 1 - BOOTS))
        .toList();
  }

  /// It serves after all, though it was waited for in vain: that is a boot to reckon with, and no
  /// less a failure.
  Practice backLate(Duration boot) {
    return new Practice(passed, with(boot), failed, wanted, approval, off, trial, makes);
  }

  Practice lost(String because, Instant at) {
    return new Practice(
        passed,
        boots,
        Optional.of(new Failure(because, at)),
        wanted,
        approval,
        Optional.empty(),
        trial,
        makes);
  }

  Practice evolve(DrillEvent event) {
    return switch (event) {
      case DrillEvent.DrillApproved it ->
          new Practice(
              passed,
              boots,
              failed,
              wanted,
              Optional.of(new Approval(it.approval(), it.from(), it.until())),
              off,
              trial,
              makes);
      case DrillEvent.DrillDemanded it ->
          new Practice(
              passed, boots, failed, Optional.of(it.because()), approval, off, trial, makes);
      case DrillEvent.HostDescribed it ->
          new Practice(passed, boots, failed, wanted, approval, off, trial, makes.told(it.make()));
      case DrillEvent.DrillPassed _ ->
          new Practice(
              passed, boots, failed, wanted, Optional.empty(), off, Optional.empty(), makes);
      case DrillEvent.DrillFailed it ->
          new Practice(
              passed,
              boots,
              Optional.of(new Failure(it.because(), it.at())),
              wanted,
              Optional.empty(),
              off,
              Optional.empty(),
              makes);
    };
  }
}
