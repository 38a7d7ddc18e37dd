package dev.feierabend.core.reporting;

import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Tells the reasons of plans as clauses, with what consolidation says of hosts in the names that
/// people know hosts and workloads by.
public final class HostWords {
  /// More hosts than that aren't all named.
  private static final int NAMED = 3;

  private final Wording wording;
  private final Function<Instant, String> times;
  private final UnaryOperator<String> names;

  HostWords(Wording wording, Function<Instant, String> times, UnaryOperator<String> names) {
    this.wording = wording;
    this.times = times;
    this.names = names;
  }

  /// Instants are told as local times of `zone`; `names` names hosts and workloads by their ids.
  public static HostWords of(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    var wording = new Wording(locale);
    var clock = DateTimeFormatter.ofPattern(wording.pattern("time"), locale).withZone(zone);
    return new HostWords(wording, clock::format, names);
  }

  public String of(Reason reason) {
    if (reason instanceof Reason.OfDrill drill) {
      return of(drill);
    }
    if (reason instanceof Reason.OfWake wake) {
      return of(wake);
    }
    return reason instanceof Reason.OfConsolidation host ? of(host) : wording.reason(reason);
  }

  String of(Reason.OfConsolidation reason) {
    return switch (reason) {
      case Reason.Vacated(var guests, var carriers, var until, var spare) ->
          wording.say("because-vacated", guests, these(carriers), times.apply(until), spare);
      case Reason.Unneeded(var until) -> wording.say("because-unneeded", times.apply(until));
      case Reason.NeededFor(var guest) ->
          wording.say("because-needed-for", names.apply(guest.value()));
      case Reason.HomeOf(var guest) -> wording.say("because-home-of", names.apply(guest.value()));
      case Reason.MoveLimit(var guest) ->
          wording.say("because-move-limit", names.apply(guest.value()));
      case Reason.NoCurve() -> wording.say("because-no-curve");
      case Reason.NotLookedAt() -> wording.say("because-not-looked-at");
      case Reason.OffTime(var left, var minimum) -> wording.say("because-off-time", left, minimum);
      case Reason.Rotated(var since) -> wording.say("because-rotated", times.apply(since));
      case Reason.NoRoom(var what) -> wording.say("because-no-room", lacking(what));
      case Reason.Settled() -> wording.say("because-settled");
      case Reason.BoundTo(var guest) -> wording.say("because-bound-to", names.apply(guest.value()));
      case Reason.KeptApart(var guest) ->
          wording.say("because-kept-apart", names.apply(guest.value()));
      case Reason.UntoldPlace(var guest, var requires) ->
          wording.say("because-untold-place", names.apply(guest.value()), requires);
      case Reason.Newcomer() -> wording.say("because-newcomer");
    };
  }

  String of(Reason.OfDrill reason) {
    return switch (reason) {
      case Reason.NeverDrilled() -> wording.say("because-never-drilled");
      case Reason.DrillTooOld(var passed) ->
          wording.say("because-drill-too-old", times.apply(passed));
      case Reason.DrillWanted(var because) -> wording.say("because-drill-wanted", because);
      case Reason.MakeChanged(var changes) ->
          wording.say(
              "because-make-changed",
              changes.stream().map(this::change).collect(Collectors.joining(", ")));
      case Reason.DrillLost(var because, var at) ->
          wording.say("because-drill-lost", because, times.apply(at));
      case Reason.Drilled(var until, _) -> wording.say("because-drilled", times.apply(until));
    };
  }

  String of(Reason.OfWake reason) {
    return switch (reason) {
      case Reason.WokenAhead(var readyBy, var minutes) ->
          wording.say("because-woken-ahead", times.apply(readyBy), minutes);
      case Reason.StandsIn(var host, var readyBy) ->
          wording.say("because-stands-in", names.apply(host.toString()), times.apply(readyBy));
      case Reason.WakeRefused(var because, var since) ->
          wording.say("because-wake-refused", because, times.apply(since));
      case Reason.LateToWake(var since, var minutes) ->
          wording.say("because-late-to-wake", times.apply(since), minutes);
    };
  }

  private String change(Make.Change change) {
    return wording.say(
        "make-changed", wording.say("make-" + change.kind()), change.now(), change.before());
  }

  private String lacking(String what) {
    return switch (what) {
      case "cores", "memory" -> wording.say("lacking-" + what);
      default -> names.apply(what); // a workload, a host or what was declared
    };
  }

  private String these(List<MachineId> hosts) {
    List<String> named = hosts.stream().map(host -> names.apply(host.toString())).sorted().toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    if (named.size() <= NAMED) {
      return wording.say("hosts-and", joined(named.subList(0, named.size() - 1)), named.getLast());
    }
    return wording.say("hosts-more", joined(named.subList(0, NAMED)), named.size() - NAMED);
  }

  private static String joined(List<String> names) {
    return names.stream().collect(Collectors.joining(", "));
  }
}
