package dev.feierabend.policies.imports;

import static dev.feierabend.policies.Documents.EVALUATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Seen;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Compares four weeks of imported policies with what somebody else says, each minute in its middle
/// (a schedule's end counts as the last of its instants there, as the first after it here).
final class Asleep {
  static final Instant WINTER = Instant.parse("2026-01-12T00:00:30Z");
  static final Instant INTO_SUMMER = Instant.parse("2026-03-16T00:00:30Z");
  static final Instant INTO_WINTER = Instant.parse("2026-10-12T00:00:30Z");
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);

  private Asleep() {}

  static SchedulePolicy policy(Imported.Policy imported) {
    Parsed<SchedulePolicy> parsed =
        SchedulePolicyParser.parse(
            imported.name(), imported.document().getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).as(imported.document()).isInstanceOf(Parsed.Valid.class);
    return ((Parsed.Valid<SchedulePolicy>) parsed).value();
  }

  /// A workload of the pool `office` with `labels` sleeps exactly when `theirs` says so.
  static void equal(
      Imported imported, Map<String, String> labels, Instant start, Predicate<Instant> theirs) {
    List<SchedulePolicy> covering =
        imported.policies().stream()
            .map(Asleep::policy)
            .filter(policy -> policy.selects().matches(Seen.of("office", labels)))
            .toList();
    List<NavigableMap<Instant, Boolean>> told =
        covering.stream().map(policy -> told(policy, start)).toList();
    Instant end = start.plus(FOUR_WEEKS);
    for (Instant at = start; at.isBefore(end); at = at.plus(Duration.ofMinutes(1))) {
      Instant now = at;
      boolean ours =
          !told.isEmpty() && told.stream().allMatch(one -> one.floorEntry(now).getValue());
      if (ours != theirs.test(at)) {
        assertThat(ours).as("asleep at %s by %s", at, imported).isEqualTo(!ours);
      }
    }
  }

  private static NavigableMap<Instant, Boolean> told(SchedulePolicy policy, Instant start) {
    var told = new TreeMap<Instant, Boolean>();
    told.put(start, asleep(EVALUATION.at(policy, start)));
    EVALUATION
        .between(policy, start, start.plus(FOUR_WEEKS))
        .forEach(change -> told.put(change.at(), asleep(change.verdict())));
    return told;
  }

  private static boolean asleep(Verdict verdict) {
    return verdict instanceof Verdict.Asleep;
  }
}
