package dev.feierabend.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.Towns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThreeTownsTest {
  private static final long SEED = 7;
  private final Fleet fleet = Towns.parsed(new ThreeTowns(40, SEED));

  private static List<Guest> guests(Fleet fleet) {
    return fleet.hosts().stream().flatMap(host -> host.guests().stream()).toList();
  }

  private static List<SchedulePolicy> policies() {
    return new ThreeTowns(40, SEED)
        .proposals().stream()
            .map(proposal ->
                switch (SchedulePolicyParser.parse(
                    proposal.name(), proposal.document().getBytes(StandardCharsets.UTF_8))) {
                  case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
                  case Parsed.Invalid<SchedulePolicy>(var faults) ->
                      throw new AssertionError(faults.toString());
                })
            .toList();
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(ThreeTowns.ZONE).toInstant();
  }

  private static final Evaluation EVALUATION = new Evaluation(HolidayCalendar.NONE);

  @Test
  void theFleetIsReadWithoutFaultWhateverTheSeed() {
    LongStream.range(0, 20)
        .forEach(seed -> assertThat(Towns.parsed(new ThreeTowns(12, seed)).hosts()).hasSize(12));
    assertThat(guests(fleet)).hasSize(200);
    assertThat(fleet.hosts()).allMatch(host -> host.control().isPresent());
  }

  @Test
  void everyHostHasRoomForItsGuests() {
    assertThat(fleet.hosts())
        .allMatch(host ->
            host.guests().stream().mapToLong(g -> g.size().memoryMiB()).sum()
                <= host.capacity().memoryMiB());
  }

  @Test
  void theSameSeedGivesTheSameDocumentAndAnotherSeedAnotherWithOtherIds() {
    var towns = new ThreeTowns(40, SEED);
    assertThat(towns.fleet()).isEqualTo(new ThreeTowns(40, SEED).fleet());

    Fleet other = Towns.parsed(new ThreeTowns(40, SEED + 1));

    assertThat(guests(other))
        .extracting(Guest::id)
        .doesNotContainAnyElementsOf(guests(fleet).stream().map(Guest::id).toList());
  }

  @Test
  void everyCustomersPolicyFitsTheFleetAndCoversGuests() {
    for (SchedulePolicy policy : policies()) {
      assertThat(PolicyCheck.against(policy, fleet)).isEmpty();
      assertThat(guests(fleet)).anyMatch(guest -> policy.selects().matches(guest));
    }
    assertThat(guests(fleet))
        .as("what is always there is left out")
        .anyMatch(guest -> policies().stream().noneMatch(p -> p.selects().matches(guest)));
  }

  @Test
  void onTheBankHolidayTownHallAndSchoolsSleepFromOneNightToTheOther() {
    List<SchedulePolicy> policies = policies();
    for (String at :
        List.of(
            "2026-05-14T00:30",
            "2026-05-14T06:29",
            "2026-05-14T06:45",
            "2026-05-14T12:00",
            "2026-05-14T17:59",
            "2026-05-14T21:59",
            "2026-05-15T05:00")) {
      assertThat(policies.subList(0, 2))
          .allMatch(policy -> EVALUATION.at(policy, local(at)) instanceof Verdict.Asleep, at);
    }
    assertThat(EVALUATION.at(policies.get(2), local("2026-05-14T23:00")))
        .as("backups run")
        .isInstanceOf(Verdict.Awake.class);
    assertThat(policies.subList(0, 2))
        .allMatch(p -> EVALUATION.at(p, local("2026-05-13T12:00")) instanceof Verdict.Awake);
  }

  @Test
  void peopleAreAtWorkWhenTheyAreAndBackupsWhenTheyAreNot() {
    var load = new GeneratedLoad(new Luck(SEED), ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    assertThat(busy(load, "office", "2026-05-12T12:00")).isBetween(0.5, 0.9);
    assertThat(busy(load, "office", "2026-05-12T23:00")).isLessThan(0.06);
    assertThat(busy(load, "office", "2026-05-14T12:00")).as("holiday").isLessThan(0.06);
    assertThat(busy(load, "office", "2026-05-16T12:00")).as("Saturday").isLessThan(0.06);
    assertThat(busy(load, "school", "2026-05-12T11:00")).isBetween(0.5, 0.95);
    assertThat(busy(load, "school", "2026-05-12T18:00")).isLessThan(0.06);
    assertThat(busy(load, "backup", "2026-05-12T23:00")).isBetween(0.6, 0.9);
    assertThat(busy(load, "backup", "2026-05-12T12:00")).isLessThan(0.15);
  }

  @Test
  void loadIsByTheSeedWithinTheGuestsSizeAndNeverTwiceTheSame() {
    var load = new GeneratedLoad(new Luck(SEED), ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    var again = new GeneratedLoad(new Luck(SEED), ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    Guest guest = guests(fleet).getFirst();
    Instant noon = local("2026-05-12T12:00");
    List<Instant> slots =
        IntStream.range(0, 100).mapToObj(i -> noon.plus(Duration.ofMinutes(5L * i))).toList();

    assertThat(slots)
        .allMatch(slot -> load.cores(guest, slot) == again.cores(guest, slot))
        .allMatch(slot -> load.cores(guest, slot) <= guest.size().cores());
    assertThat(slots.stream().map(slot -> load.cores(guest, slot)).distinct()).hasSize(100);
  }

  @Test
  void aTownOfNoOrTooManyHostsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ThreeTowns(1, SEED));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThreeTowns(10_001, SEED));
  }

  /// Mean share over all guests of that rhythm.
  private double busy(GeneratedLoad load, String rhythm, String at) {
    return guests(fleet).stream()
        .filter(guest -> rhythm.equals(guest.labels().get("rhythm")))
        .mapToDouble(guest -> load.cores(guest, local(at)) / guest.size().cores())
        .average()
        .orElseThrow();
  }
}
