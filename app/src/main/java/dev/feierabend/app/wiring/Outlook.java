package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.preflight.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was last seen of one cluster's night. A look counts for two hours; an evening without one
/// that counts is one in doubt, and all that it may put to sleep stays on.
public final class Outlook {
  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);
  private static final Duration COUNTS = Duration.ofHours(2);
  private static final Duration REGULAR = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMinutes(5);

  /// So many looks in a row that couldn't read all count for what they read: a right that
  /// somebody's own role lacks must not keep a town on for good.
  private static final int PATIENCE = 12;

  /// @param until it counts
  /// @param next when it is time for another
  /// @param inVain how many in a row couldn't read what would tell, this one included
  private record Look(
      Instant until, Instant next, List<Trouble> found, Set<String> keptOn, int inVain) {
    static final Look NONE = new Look(Instant.EPOCH, Instant.EPOCH, List.of(), Set.of(), 0);

    /// What could not be read may be as it was.
    Look then(List<Trouble> now, boolean doubt, Instant at) {
      Set<String> keeps =
          now.stream().flatMap(it -> it.keepsOn().stream()).collect(Collectors.toSet());
      int again = doubt ? inVain + 1 : 0;
      boolean counts = !doubt || again >= PATIENCE;
      return new Look(
          counts ? at.plus(COUNTS) : until,
          at.plus(counts ? REGULAR : SOON),
          now,
          doubt ? both(keptOn, keeps) : keeps,
          again);
    }
  }

  private final Set<String> namespaces;
  private final Supplier<List<Trouble>> look;
  private final Evenings evenings;
  private final InstantSource clock;
  private volatile Look last = Look.NONE;
  private volatile boolean owed;

  /// @param namespaces those in which something may sleep
  /// @param look what would go wrong; an outage where the cluster isn't seen, so that nothing
  ///   sleeps there anyway
  Outlook(
      Set<String> namespaces,
      Supplier<List<Trouble>> look,
      Evenings evenings,
      InstantSource clock) {
    this.namespaces = Set.copyOf(namespaces);
    this.look = look;
    this.evenings = evenings;
    this.clock = clock;
  }

  boolean due(Instant at) {
    return !at.isBefore(last.next());
  }

  /// True while a look was wanted and nothing could be seen.
  boolean owed() {
    return owed;
  }

  void again(Instant at) {
    boolean stillOwed = owed;
    owed = false;
    try {
      List<Trouble> found = List.copyOf(look.get());
      seen(found, found.stream().anyMatch(Trouble::leavesDoubt), at);
    } catch (Outage outage) {
      owed = true;
      if (!stillOwed) {
        LOG.warn("Nothing could be looked at before the evening: {}", outage.getMessage());
      }
    } catch (RuntimeException e) {
      LOG.error("Nothing could be looked at before the evening", e);
      seen(last.found(), true, at);
    }
  }

  private void seen(List<Trouble> found, boolean doubt, Instant at) {
    last = last.then(found, doubt, at);
    if (last.inVain() == PATIENCE) {
      LOG.error("Could not read all before the evening, {} times; what was read counts", PATIENCE);
    }
  }

  List<Trouble> found() {
    return last.found();
  }

  /// Namespaces in which nothing goes to sleep now: it would not wake, or nobody knows.
  Set<String> keptOn() {
    Look known = last;
    Instant now = clock.instant();
    return now.isBefore(known.until()) || !evenings.underWay(now)
        ? known.keptOn()
        : both(known.keptOn(), namespaces);
  }

  private static Set<String> both(Collection<String> some, Collection<String> others) {
    return Stream.concat(some.stream(), others.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
