package dev.feierabend.app.waking;

import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Machines and their controllers in virtual time; each does as a test says. Every errand takes as
/// long as its controller does.
final class Night {
  static final Instant BEGAN = Instant.parse("2026-11-24T04:00:00Z");
  static final Pace PACE = Pace.of(3, Duration.ofMinutes(15));

  /// How a machine and its controller are.
  ///
  /// @param answer how long the controller takes for an answer
  /// @param boot how long it takes to show that it is on; none: it never does
  /// @param silent from the beginning on it tells nothing for so long
  record Nature(Duration answer, Optional<Duration> boot, Duration silent) {
    static final Nature GOOD =
        new Nature(Duration.ofMillis(200), Optional.of(Duration.ofSeconds(5)), Duration.ZERO);

    Nature answering(Duration after) {
      return new Nature(after, boot, silent);
    }

    Nature neverOn() {
      return new Nature(answer, Optional.empty(), silent);
    }

    Nature silentFor(Duration time) {
      return new Nature(answer, boot, time);
    }
  }

  private record Reply(Instant at, Errand errand, Word word) {}

  final List<Sleeper> hosts = new ArrayList<>();
  final List<String> pressed = new ArrayList<>();
  final Set<MachineId> on = new HashSet<>();
  int most;
  Instant now = BEGAN;
  private final Map<MachineId, Nature> natures = new HashMap<>();
  private final Map<MachineId, Instant> onFrom = new HashMap<>();
  private final PriorityQueue<Reply> replies = new PriorityQueue<>(Comparator.comparing(Reply::at));

  Night with(Nature nature) {
    int number = hosts.size();
    var id = MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
    hosts.add(
        new Sleeper(
            id,
            "host-" + number,
            new Control("bmc", "redfish", "1"),
            Optional.of(BEGAN.plusSeconds(60L * number)),
            Duration.ofMinutes(1)));
    natures.put(id, nature);
    return this;
  }

  Night with(int many, Nature nature) {
    for (int i = 0; i < many; i++) {
      with(nature);
    }
    return this;
  }

  /// Until it is over.
  RollCall called(Pace pace) {
    var call = new RollCall(hosts, pace, BEGAN);
    while (!call.over(now)) {
      call.due(now).forEach(this::ask);
      most = Math.max(most, onTheirWay());
      Instant next = call.next(now);
      Reply reply = replies.peek();
      if (reply != null && !reply.at().isAfter(next)) {
        replies.remove();
        now = reply.at();
        call.heard(reply.errand(), reply.word(), now);
      } else {
        now = next.isAfter(now) ? next : now.plusMillis(1);
      }
    }
    return call;
  }

  private int onTheirWay() {
    return (int) onFrom.values().stream().filter(at -> at.isAfter(now)).count();
  }

  private void ask(Errand errand) {
    MachineId id = errand.host().id();
    Nature nature = natures.getOrDefault(id, Nature.GOOD);
    Instant at = now.plus(nature.answer());
    replies.add(new Reply(at, errand, word(errand, nature, at)));
  }

  private Word word(Errand errand, Nature nature, Instant at) {
    MachineId id = errand.host().id();
    if (at.isBefore(BEGAN.plus(nature.silent()))) {
      return new Word.Failed("silent");
    }
    return switch (errand) {
      case Errand.Look _ -> isOn(id, at) ? new Word.On() : new Word.Off();
      case Errand.Press _ -> {
        pressed.add(errand.host().name());
        nature.boot().ifPresent(boot -> onFrom.putIfAbsent(id, at.plus(boot)));
        yield new Word.Taken();
      }
    };
  }

  private boolean isOn(MachineId id, Instant at) {
    return on.contains(id)
        || Optional.ofNullable(onFrom.get(id)).filter(from -> !at.isBefore(from)).isPresent();
  }
}
