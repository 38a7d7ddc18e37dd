package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ReadinessPort.Tested;
import dev.feierabend.core.reporting.Sentences;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Mornings on which a group says itself when it is ready. Of eight guests, number 0 is the
/// database, the second and last group, and number 1 the front, the first.
class GroupsTest {
  private static final URI DATABASE = URI.create("tcp://db.example.de:5432");
  private static final Tested DOWN = new Tested.Failed("nobody takes the connection");
  private static final String TESTED = "ready: {test: tcp://db.example.de:5432}";

  @Test
  void theNextGroupBeginsOnceTheOneBeforePassesItsOwnTest() {
    Town town = town(TESTED);
    town.services.says.put(DATABASE, DOWN);
    town.until(minute(5));
    assertThat(town.fleet.awake()).isEqualTo(1);
    assertThat(town.reconciler.busy()).isTrue();

    town.services.says.put(DATABASE, Tested.PASSED);
    town.until(minute(8));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(WakeLate.class)).isEmpty();
    assertThat(town.reconciler.lateGroups()).isZero();
  }

  @Test
  void onceItsTimeIsOverTheNextGoesOnAndThatIsSaidOnceAndAlarmed() {
    Town town = town(TESTED + ", within: PT5M");
    town.services.says.put(DATABASE, DOWN);

    town.until(minute(5));
    assertThat(town.fleet.awake()).isEqualTo(1);
    town.until(minute(8));
    assertThat(town.fleet.awake()).isEqualTo(8);
    town.until(READY_BY);

    assertThat(town.events(WakeLate.class))
        .singleElement()
        .satisfies(late -> {
          assertThat(late.subject()).isEqualTo("ahausen/rathaus#2");
          assertThat(late.readyBy()).isEqualTo(minute(5));
          assertThat(late.at()).isEqualTo(minute(5));
          assertThat(said(late, Locale.ENGLISH))
              .isEqualTo(
                  "Group 2 of the policy ahausen/rathaus was not ready by Tue 24 Nov 04:35, and the"
                      + " next goes on: its readiness test tcp://db.example.de:5432: nobody takes"
                      + " the connection.");
          assertThat(said(late, Locale.GERMAN))
              .startsWith("Gruppe 2 des Zeitplans ahausen/rathaus");
        });
    assertThat(town.reconciler.lateGroups()).isEqualTo(1);
  }

  @Test
  void withoutATimeOfItsOwnAGroupIsWaitedForAsLongAsOneTryLasts() {
    Town town = town(TESTED);
    town.services.says.put(DATABASE, DOWN);

    town.until(minute(10));
    assertThat(town.fleet.awake()).isEqualTo(1);
    town.until(minute(13));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(WakeLate.class)).extracting(WakeLate::at).containsExactly(minute(10));
  }

  @Test
  void aGroupThatDoesNotComeInItsShorterTimeHoldsNobodyUpAnyLonger() {
    Town town = town("within: PT3M");
    town.fleet.stuck.add(guest(0));

    town.until(minute(3));
    assertThat(town.fleet.awake()).isZero();
    town.until(minute(6));

    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(town.events(WakeLate.class))
        .singleElement()
        .extracting(WakeLate::because)
        .isEqualTo("1 of its 1 workloads don't serve");
  }

  @Test
  void aGroupThatTakesLongerThanOneTryIsWaitedForAsLongAsItSays() {
    Town town = town("within: PT13M");
    town.fleet.stuck.add(guest(0));

    town.until(minute(13).minusSeconds(1));
    assertThat(town.fleet.awake()).isZero();
    town.until(minute(15).minusSeconds(1));

    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(town.events(WakeLate.class))
        .filteredOn(late -> late.subject().equals("ahausen/rathaus#2"))
        .extracting(WakeLate::readyBy)
        .containsExactly(minute(13));
  }

  @Test
  void fromHalfOfTheLeadOnNothingWaitsForATestHoweverLongItMayTake() {
    Town town = town(TESTED + ", within: PT1H");
    town.services.says.put(DATABASE, DOWN);

    town.until(minute(15));
    assertThat(town.fleet.awake()).isEqualTo(1);
    town.until(minute(17));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void whatIsLateWhileTheStoreIsOutIsRecordedOnItsReturn() {
    Town town = town(TESTED + ", within: PT5M");
    town.services.says.put(DATABASE, DOWN);
    town.until(minute(5));
    town.storeOut = true;
    town.until(minute(8));
    assertThat(town.fleet.awake()).isEqualTo(8);

    town.storeOut = false;
    town.until(minute(10));

    assertThat(town.events(WakeLate.class))
        .singleElement()
        .extracting(WakeLate::readyBy)
        .isEqualTo(minute(5));
    assertThat(town.reconciler.lateGroups()).isEqualTo(1);
  }

  @Test
  void aRestartWaitsAsBefore() {
    Town town = town(TESTED + ", within: PT5M");
    town.services.says.put(DATABASE, DOWN);
    town.until(minute(3));
    town.start();

    town.until(minute(5));
    assertThat(town.fleet.awake()).isEqualTo(1);
    town.until(minute(8));

    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(WakeLate.class)).hasSize(1);
  }

  @Test
  void nobodyIsAskedBeforeTheGroupIsBackOrOnceNothingWaits() {
    Town town = town(TESTED);
    town.services.says.put(DATABASE, Tested.PASSED);
    town.until(WAKE);
    assertThat(town.services.asked).isEmpty();

    town.until(READY_BY);

    assertThat(town.services.asked).isNotEmpty().allMatch(WAKE::equals).hasSizeLessThan(3);
  }

  @Test
  void onlyWhatNamesAGroupIsOne() {
    assertThat(GroupName.of("ahausen/rathaus#2")).map(GroupName::number).contains(2);
    assertThat(List.of("ahausen-office", "ahausen/rathaus", "guest/1#x", "#1"))
        .allMatch(subject -> GroupName.of(subject).isEmpty());
  }

  private static Instant minute(int number) {
    return WAKE.plus(Duration.ofMinutes(number));
  }

  private static String said(WakeLate late, Locale locale) {
    return new Sentences(locale, ZoneOffset.UTC, UnaryOperator.identity()).of(late);
  }

  private static Town town(String measure) {
    Town town =
        Town.agreed(
            4,
            """
              order:
                - {workloads: {labels: {tier: front}}}
                - {workloads: {labels: {tier: database}}, %s}
            """
                .formatted(measure));
    town.fleet.labels.put(guest(0), Map.of("tier", "database"));
    town.fleet.labels.put(guest(1), Map.of("tier", "front"));
    return town;
  }
}
