package dev.feierabend.app.cli;

import dev.feierabend.app.waking.Fate;
import dev.feierabend.app.waking.Watchman.Seen;
import dev.feierabend.app.waking.Word;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What became of a list's hosts, for programs.
record ToldWake(String fleet, Instant written, List<OfHost> hosts) {

  /// @param state `WAS_ON`, `WOKEN`, `SENT` or `LEFT`; where it was only looked, `ON`, `OFF`,
  ///   `BLIND` (nobody can tell) or `UNSEEN`
  /// @param seconds how long it took to wake it
  /// @param because why it is left, or wasn't seen
  record OfHost(
      String name,
      UUID uuid,
      String kind,
      Optional<Instant> readyBy,
      String state,
      Optional<Long> seconds,
      Optional<String> because) {

    private static OfHost of(Sleeper host, String state) {
      return of(host, state, Optional.empty(), Optional.empty());
    }

    private static OfHost of(
        Sleeper host, String state, Optional<Long> seconds, Optional<String> because) {
      return new OfHost(
          host.name(),
          host.id().value(),
          host.control().kind(),
          host.readyBy(),
          state,
          seconds,
          because);
    }
  }

  static ToldWake of(WakeList list, Map<Sleeper, Fate> fates) {
    List<OfHost> hosts =
        fates.entrySet().stream().map(it -> of(it.getKey(), it.getValue())).toList();
    return new ToldWake(list.name(), list.written(), hosts);
  }

  static ToldWake of(WakeList list, List<Seen> seen) {
    return new ToldWake(list.name(), list.written(), seen.stream().map(ToldWake::of).toList());
  }

  private static OfHost of(Sleeper host, Fate fate) {
    return switch (fate) {
      case Fate.WasOn _ -> OfHost.of(host, "WAS_ON");
      case Fate.Woken(var after) ->
          OfHost.of(host, "WOKEN", Optional.of(after.toSeconds()), Optional.empty());
      case Fate.Sent _ -> OfHost.of(host, "SENT");
      case Fate.Left(var because) ->
          OfHost.of(host, "LEFT", Optional.empty(), Optional.of(because));
    };
  }

  private static OfHost of(Seen seen) {
    Sleeper host = seen.host();
    return switch (seen.word()) {
      case Word.On _ -> OfHost.of(host, "ON");
      case Word.Off _, Word.Taken _ ->
          OfHost.of(host, host.control().wakesOnly() ? "BLIND" : "OFF");
      case Word.Failed(var because) ->
          OfHost.of(host, "UNSEEN", Optional.empty(), Optional.of(because));
    };
  }
}
