package dev.feierabend.helm.night;

import dev.feierabend.testservers.ApiRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One thing that goes wrong in a night.
///
/// @param town whom it befalls, of what befalls one, or the nodes
/// @param after how long after its part of the night began
record Fault(Kind kind, Part part, String town, Duration after, Duration lasts) {
  enum Part {
    EVENING,
    NIGHT,
    MORNING
  }

  private static final Set<Part> TRANSITIONS = EnumSet.of(Part.EVENING, Part.MORNING);
  private static final Set<Part> NIGHT = EnumSet.of(Part.NIGHT);

  enum Whom {
    A_TOWN,
    A_TOWN_OR_THE_NODES,
    EVERYBODY
  }

  /// What is asked about nodes, in the place of a town.
  private static final String NODES = "the nodes";

  enum Kind {
    CONFLICT(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    TOO_MANY_REQUESTS(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    SERVER_ERROR(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    HANG(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    LOST_ANSWER(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    DELAY(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    BROKEN_CONNECTION(Whom.A_TOWN_OR_THE_NODES, TRANSITIONS),
    WEBHOOK_UNAVAILABLE(Whom.A_TOWN, TRANSITIONS),
    WATCH_CUT(Whom.EVERYBODY, TRANSITIONS),
    VERSION_GONE(Whom.EVERYBODY, TRANSITIONS),
    PARTITION(Whom.EVERYBODY, TRANSITIONS),
    API_SERVER_KILLED(Whom.EVERYBODY, TRANSITIONS),
    ETCD_KILLED(Whom.EVERYBODY, TRANSITIONS),
    CLOCK_JUMP(Whom.EVERYBODY, TRANSITIONS),
    RIGHTS_TAKEN(Whom.EVERYBODY, EnumSet.allOf(Part.class)),
    NAMESPACE_DELETED(Whom.A_TOWN, NIGHT),
    DEFINITION_REMOVED(Whom.EVERYBODY, NIGHT),
    ANNOTATION_INVALID(Whom.A_TOWN, NIGHT);

    private final Whom whom;
    private final Set<Part> parts;

    Kind(Whom whom, Set<Part> parts) {
      this.whom = whom;
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
        whom(kind, random),
        Duration.ofMillis(random.nextInt(9000)),
        lasts);
  }

  private static String whom(Kind kind, Random random) {
    int towns = Towns.NAMES.size();
    int drawn = random.nextInt(kind.whom == Whom.A_TOWN_OR_THE_NODES ? towns + 1 : towns);
    return drawn < towns ? Towns.NAMES.get(drawn) : NODES;
  }

  /// Whether it befalls a request, where it befalls one town or the nodes.
  boolean befalls(ApiRequest asked) {
    return town.equals(NODES)
        ? asked.target().startsWith("/api/v1/nodes")
        : asked.namespace().filter(town::equals).isPresent();
  }

  /// What befalls the nodes delays no town's own requests.
  boolean everybodys() {
    return !aimed() && kind != Kind.DEFINITION_REMOVED;
  }

  /// Whether it befalls one town, or the nodes.
  boolean aimed() {
    return kind.whom != Whom.EVERYBODY;
  }

  @Override
  public String toString() {
    String whom = aimed() ? " of " + town : "";
    return "%s%s in the %s after %s for %s"
        .formatted(kind, whom, part, after, lasts)
        .replace("PT", "");
  }
}
