package dev.feierabend.helm.realparts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Something that goes wrong in a night.
///
/// @param target a machine's node, `vcenter`, `rack` or `service`
/// @param after so long after its part of the night has begun it begins, and it `lasts`
record Fault(Kind kind, Part part, String target, Duration after, Duration lasts) {
  enum Part {
    EVENING,
    NIGHT,
    MORNING
  }

  static final List<String> ALL = List.of("n1", "n2", "n3", "n4", "n5", "n6", "vcenter");
  static final List<String> MACHINES = ALL.subList(0, 6);
  static final List<String> BY_REDFISH = ALL.subList(0, 3);
  static final List<String> BY_IPMI = ALL.subList(3, 6);
  static final List<String> OVER_TLS = List.of("n1", "n2", "n3", "vcenter");
  static final List<String> VCENTER = List.of("vcenter");
  static final List<String> SERVICE = List.of("service");

  /// How long faults of a night last, and how late they may begin.
  record Pace(Duration latest, Duration shortest, Duration longest) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(18));
    static final Pace BRISK =
        new Pace(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(6));
  }

  /// As many as asked for; each kind comes as often as any other, give or take one.
  static List<Fault> drawn(int count, List<Kind> kinds, Pace pace, Random random) {
    int first = random.nextInt(kinds.size());
    return IntStream.range(0, count)
        .mapToObj(i -> drawn(kinds.get((first + i) % kinds.size()), pace, random))
        .toList();
  }

  private static Fault drawn(Kind kind, Pace pace, Random random) {
    Part part = any(kind.parts(), random);
    String target = any(kind.targets(), random);
    Duration after = between(Duration.ZERO, pace.latest, random);
    Duration lasts = between(pace.shortest, pace.longest, random);
    boolean amidMoves = part == Part.EVENING && kind.parts().size() == 1;
    return new Fault(kind, part, target, amidMoves ? Duration.ZERO : after, lasts);
  }

  private static Duration between(Duration least, Duration most, Random random) {
    return least.plusMillis(random.nextInt((int) most.minus(least).toMillis()));
  }

  private static <T> T any(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  /// Night by night, so many in one; whatever has a night for itself shares it with none of its
  /// like.
  static List<List<Fault>> dealt(List<Fault> faults, int least, int most, Random random) {
    var nights = new ArrayList<List<Fault>>();
    var tonight = new ArrayList<Fault>();
    int room = least + random.nextInt(most - least + 1);
    for (Fault fault : faults) {
      boolean alike =
          fault.kind.isOfTheWholeNight()
              && tonight.stream().anyMatch(it -> it.kind.isOfTheWholeNight());
      if (tonight.size() == room || alike) {
        nights.add(List.copyOf(tonight));
        tonight.clear();
        room = least + random.nextInt(most - least + 1);
      }
      tonight.add(fault);
    }
    nights.add(List.copyOf(tonight));
    return nights;
  }

  @Override
  public String toString() {
    return "%s %s in the %s after %d s for %d s"
        .formatted(
            kind,
            target,
            part.toString().toLowerCase(Locale.ROOT),
            after.toSeconds(),
            lasts.toSeconds());
  }
}
