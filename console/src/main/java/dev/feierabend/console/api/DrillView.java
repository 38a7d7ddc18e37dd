package dev.feierabend.console.api;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.feierabend.core.acting.Practice;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a host is known to wake.
///
/// @param state `passed`, `never`, `too-old`, `changed`, `wanted`, `failed`, `underway`, or
///   `asleep`: wanted again while it sleeps, so that its wake will tell
/// @param because why it failed or is wanted again, or what has changed
/// @param passed when it last came back in time, from a drill or a night
/// @param bootSeconds the longest that it has lately taken for that
/// @param leastBootSeconds the shortest
/// @param make what it is, as far as its controller or hypervisor tells
/// @param print a short digest of that
/// @param approvedUntil until when it may be drilled whatever agreements say
public record DrillView(
    String host,
    String name,
    String state,
    @Nullable String because,
    @Nullable Instant passed,
    @Nullable Long bootSeconds,
    @Nullable Long leastBootSeconds,
    @Nullable String make,
    @Nullable String print,
    @Nullable Instant approvedUntil) {

  public static DrillView of(
      MachineId host, String name, Practice known, Drilling drilling, Instant at) {
    Optional<Reason.OfDrill> due = known.due(drilling, at);
    Optional<Make> make =
        Optional.of(known.makes().told()).filter(told -> !told.equals(Make.UNTOLD));
    return new DrillView(
        host.toString(),
        name,
        known.trial().isPresent() ? "underway" : due.map(DrillView::state).orElse(settled(known)),
        due.map(DrillView::because).orElse(known.wanted()).orElse(null),
        known.passed().orElse(null),
        known.boot().map(Duration::toSeconds).orElse(null),
        known.boots().stream().min(Integer::compare).map(Integer::longValue).orElse(null),
        make.map(Make::text).orElse(null),
        make.map(Make::print).orElse(null),
        known
            .approval()
            .filter(approval -> at.isBefore(approval.until()))
            .map(approval -> approval.until())
            .orElse(null));
  }

  /// Whether a technician has to look at it.
  @JsonIgnore
  public boolean isFailed() {
    return state.equals("failed");
  }

  /// Who isn't due is known to wake, or being tried by a night.
  private static String settled(Practice known) {
    return known.wanted().isPresent() ? "asleep" : "passed";
  }

  private static String state(Reason.OfDrill due) {
    return switch (due) {
      case Reason.NeverDrilled _ -> "never";
      case Reason.DrillTooOld _ -> "too-old";
      case Reason.MakeChanged _ -> "changed";
      case Reason.DrillWanted _ -> "wanted";
      case Reason.DrillLost _ -> "failed";
      case Reason.Drilled _ -> "underway";
    };
  }

  private static Optional<String> because(Reason.OfDrill due) {
    return switch (due) {
      case Reason.MakeChanged(var changes) ->
          Optional.of(
              changes.stream()
                  .map(it -> "%s: %s → %s".formatted(it.kind(), it.before(), it.now()))
                  .collect(joining(", ")));
      case Reason.DrillWanted(var because) -> Optional.of(because);
      case Reason.DrillLost(var because, _) -> Optional.of(because);
      case Reason.NeverDrilled _, Reason.DrillTooOld _, Reason.Drilled _ -> Optional.empty();
    };
  }
}
