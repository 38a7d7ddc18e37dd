package dev.feierabend.helm.night;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One thing that goes wrong in a night.
///
/// @param town whom it befalls, of what befalls one
/// @param after how long after its part of the night began
record Fault(Kind kind, Part part, String town, Duration after, Duration lasts) {
  enum Part {
    EVENING,
    NIGHT,
    MORNING
  }

  private static final Set<Part> TRANSITIONS = EnumSet.of(Part.EVENING, Part.MORNING);
  private static final Set<Part> NIGHT = EnumSet.of(Part.NIGHT);

  enum Kind {
    CONFLICT(true, TRANSITIONS),
    TOO_MANY_REQUESTS(true, TRANSITIONS),
    SERVER_ERROR(true, TRANSITIONS),
    HANG(true, TRANSITIONS),
    LOST_ANSWER(true, TRANSITIONS),
    DELAY(true, TRANSITIONS),
    BROKEN_CONNECTION(true, TRANSITIONS),
    WEBHOOK_UNAVAILABLE(true, TRANSITIONS),
    WATCH_CUT(false, TRANSITIONS),
    VERSION_GONE(false, TRANSITIONS),
    PARTITION(false, TRANSITIONS),
    API_SERVER_KILLED(false, TRANSITIONS),
    ETCD_KILLED(false, TRANSITIONS),
    CLOCK_JUMP(false, TRANSITIONS),
    RIGHTS_TAKEN(false, EnumSet.allOf(Part.class)),
    NAMESPACE_DELETED(true, NIGHT),
    DEFINITION_REMOVED(false, NIGHT),
    ANNOTATION_INVALID(true, NIGHT);

    /// Whether it befalls one town.
    final boolean aimed;

    private final Set<Part> parts;

    Kind(boolean aimed, Set<Part> parts) {
      this.aimed = aimed;
      this.parts = parts;
    }
  }

  /// So many, each kind as often as any other, in an order that is drawn.
  static List<Fault> drawn(int count, Random random) {
    var kinds = new ArrayList<Kind>();
    while (kinds.size() < count) {
      var round = new ArrayList<>(List.of(Kind.values()));
      Collections.shuffle(round, random);
      kinds.addAll(round);
    }
    return kinds.stream().limit(count).map(kind -> drawn(kind, random)).toList();
  }

  /// Nobody answers about `town` from before it is woken until after that.
  static Fault silence(String town) {
    return new Fault(Kind.HANG, Part.MORNING, town, Duration.ofSeconds(1), Duration.ofSeconds(10));
  }

  private static Fault drawn(Kind kind, Random random) {
    List<Part> parts = List.copyOf(kind.parts);
    // Of ten minutes, as of all of the night, a thirtieth.
    Duration lasts =
        kind == Kind.PARTITION
            ? Duration.ofSeconds(20)
            : Duration.ofMillis(random.nextLong(3000, 8000));
    return new Fault(
        kind,
        parts.get(random.nextInt(parts.size())),
        Towns.NAMES.get(random.nextInt(Towns.NAMES.size())),
        Duration.ofMillis(random.nextInt(9000)),
        lasts);
  }

  boolean everybodys() {
    return !kind.aimed && kind != Kind.DEFINITION_REMOVED;
  }

  @Override
  public String toString() {
    String whom = kind.aimed ? " of " + town : "";
    return "%s%s in the %s after %s for %s"
        .formatted(kind, whom, part, after, lasts)
        .replace("PT", "");
  }
}
