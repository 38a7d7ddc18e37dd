package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyFront;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Something that goes wrong in a night.
///
/// @param target a machine's node, `vcenter` or `service`
/// @param after so long after its part of the night has begun it begins, and it `lasts`
record Fault(Kind kind, Part part, String target, Duration after, Duration lasts) {
  enum Part {
    EVENING,
    NIGHT,
    MORNING
  }

  private static final List<String> ALL = List.of("n1", "n2", "n3", "n4", "n5", "n6", "vcenter");
  private static final List<String> MACHINES = ALL.subList(0, 6);
  private static final List<String> BY_REDFISH = ALL.subList(0, 3);
  private static final List<String> OVER_TLS = List.of("n1", "n2", "n3", "vcenter");

  @SuppressWarnings("ImmutableEnumChecker") // its lists are
  enum Kind {
    LIES(FaultyFront.Fault.LIES, MACHINES),
    CONFLICT(FaultyFront.Fault.CONFLICT, BY_REDFISH),
    BUSY(FaultyFront.Fault.BUSY, ALL),
    GARBAGE(FaultyFront.Fault.GARBAGE, ALL),
    HALF_AN_ANSWER(FaultyFront.Fault.HALF, ALL),
    LATE_ANSWERS(FaultyFront.Fault.LATE, ALL),
    EXPIRED_CERTIFICATE(FaultyFront.Fault.EXPIRED_CERTIFICATE, OVER_TLS),
    WRONG_PASSWORD(FaultyFront.Fault.REFUSES_LOGIN, BY_REDFISH),
    AWAY(FaultyFront.Fault.AWAY, ALL),
    /// Somebody else switches the machine on, too.
    RESETS_OVERLAP(BY_REDFISH),
    /// Three machines and their controllers are without power.
    RACK_CUT(List.of("n2")),
    SERVICE_KILLED(List.of("service"));

    private final Optional<FaultyFront.Fault> front;
    private final List<String> targets;

    Kind(List<String> targets) {
      this.front = Optional.empty();
      this.targets = targets;
    }

    Kind(FaultyFront.Fault front, List<String> targets) {
      this.front = Optional.of(front);
      this.targets = targets;
    }

    /// What happens on a way, where it is one that does.
    Optional<FaultyFront.Fault> front() {
      return front;
    }
  }

  /// As many as asked for; each kind comes as often as any other, give or take one.
  static List<Fault> drawn(int count, Random random) {
    int first = random.nextInt(Kind.values().length);
    return IntStream.range(0, count)
        .mapToObj(i -> drawn(Kind.values()[(first + i) % Kind.values().length], random))
        .toList();
  }

  private static Fault drawn(Kind kind, Random random) {
    Part part = kind == Kind.RACK_CUT ? Part.NIGHT : any(List.of(Part.values()), random);
    return new Fault(
        kind,
        part,
        any(kind.targets, random),
        Duration.ofMillis(random.nextInt(12_000)),
        Duration.ofMillis(8_000 + random.nextInt(25_000)));
  }

  private static <T> T any(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  @Override
  public String toString() {
    return "%s %s in the %s after %d s for %d s"
        .formatted(
            kind,
            target,
            part.toString().toLowerCase(java.util.Locale.ROOT),
            after.toSeconds(),
            lasts.toSeconds());
  }
}
