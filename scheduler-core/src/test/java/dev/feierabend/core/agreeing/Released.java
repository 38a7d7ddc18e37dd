package dev.feierabend.core.agreeing;

import static dev.feierabend.core.agreeing.Night.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.Releases;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks the planner's own `Releases` what may sleep, and holds it against who agreed. What counts
/// in a town for that is little, so each combination is asked for once.
final class Released {
  /// Whether a town has agreed to the document of a digest, so that it counts on an evening.
  interface Agreed {
    boolean test(Town town, String digest, int day);
  }

  /// What counts of a town: its active document, whether it is overridden, and which documents it
  /// agreed to.
  private record Kind(Optional<String> active, boolean overridden, Set<String> agreed) {}

  private static final Evaluation EVALUATION = new Evaluation(HolidayCalendar.NONE);
  private static final int MOST_KINDS = 1 << 10;

  private final Agreed agreed;
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private final BitSet checked = new BitSet();
  private long asleep;

  Released(Agreed agreed) {
    this.agreed = agreed;
  }

  /// How many kinds of evening had something asleep.
  long asleep() {
    return asleep;
  }

  /// No town sleeps without an approval of that digest by somebody else than its author, nor for
  /// what its neighbour approved.
  void check(int[] kinds, int day, Supplier<List<Town>> states) {
    int evening = (kinds[0] * MOST_KINDS + kinds[1]) * Night.DAYS + day;
    if (checked.get(evening)) {
      return;
    }
    checked.set(evening);
    List<Town> towns = states.get();
    Map<TenantId, String> sleeping = ask(towns, day);
    sleeping.forEach((tenant, digest) -> {
      Town town = towns.get(TENANTS.indexOf(tenant));
      if (!agreed.test(town, digest, day) || !Night.valid(digest, day) || overridden(town, day)) {
        throw new AssertionError(
            "%s sleeps on evening %d without consent: %s".formatted(tenant, day, town));
      }
    });
    asleep += sleeping.isEmpty() ? 0 : 1;
  }

  /// The number of a town's kind.
  int kind(Town town, int day) {
    var kind =
        new Kind(
            town.agreement().active(),
            overridden(town, day),
            Night.DIGESTS.stream()
                .filter(digest -> agreed.test(town, digest, day))
                .collect(Collectors.toSet()));
    return kinds.computeIfAbsent(kind, _ -> kinds.size());
  }

  private static Map<TenantId, String> ask(List<Town> towns, int day) {
    var active = new ArrayList<Entry>();
    var exceptions = new Exceptions();
    for (TenantId tenant : TENANTS) {
      Town town = towns.get(TENANTS.indexOf(tenant));
      town.agreement().active().ifPresent(digest -> active.add(entry(tenant, town, digest)));
      town.exceptions().overrides().forEach(exceptions::on);
    }
    SortedMap<WorkloadId, Sleeper> released =
        new Releases(EVALUATION, exceptions).at(Night.workloads(), active, Night.at(day));
    var sleeping = new HashMap<TenantId, String>();
    released.values().forEach(sleeper -> sleeping.put(sleeper.tenant(), sleeper.digest()));
    return sleeping;
  }

  private static Entry entry(TenantId tenant, Town town, String digest) {
    Version version = town.agreement().versions().get(digest);
    assertThat(version).isNotNull();
    return new Entry(
        Night.agreement(tenant),
        version.policy(),
        version.authors(),
        Instant.EPOCH,
        Optional.empty(),
        Standing.ACTIVE,
        Optional.empty(),
        false);
  }

  private static boolean overridden(Town town, int day) {
    return town.exceptions().overrides().stream()
        .anyMatch(granted -> Night.at(day).isBefore(granted.until()));
  }
}
