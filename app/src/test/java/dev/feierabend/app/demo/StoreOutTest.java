package dev.feierabend.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.FaultyCommitLog;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration's whole product on a disk that is full at times. Monday is agreed upon at ten
/// in the morning.
class StoreOutTest {
  private static final Set<String> DOWN = Set.of("sleep", "cordon", "drain", "off");
  private static final Instant MONDAY = ThreeTowns.START;
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  @TempDir Path directory;
  private final VirtualTime time = new VirtualTime(MONDAY);
  private FaultyCommitLog log;
  private DemoWeek week;

  @BeforeEach
  void agreeOnMonday() {
    var towns = new ThreeTowns(6, 7);
    var parsed = FleetParser.parse("fleet.yaml", towns.fleet().getBytes(UTF_8));
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    Fleet fleet = ((Parsed.Valid<Fleet>) parsed).value();
    log = new FaultyCommitLog(EmbeddedCommitLog.unflushed(directory, time));
    var settings = new DemoSettings(2, 7, 6, Optional.empty(), directory);
    week = new DemoWeek(settings, fleet, time, log, new Object());
    time.runUntil(MONDAY.plus(Duration.ofHours(16)));
  }

  @AfterEach
  void close() {
    week.close();
  }

  @Test
  void whileTheDiskIsFullNothingIsPoweredDown() {
    Instant night = MONDAY.plus(Duration.ofHours(22));
    log.refuse(true);
    time.runUntil(night);
    assertThat(changes(MONDAY.plus(Duration.ofHours(16)))).doesNotContainAnyElementsOf(DOWN);

    log.refuse(false);
    time.runUntil(night.plus(Duration.ofHours(2)));
    assertThat(changes(night)).as("once load is known again").contains("sleep", "off");
  }

  @Test
  void whatWasNotMeasuredMeanwhileStaysUpTillItIs() {
    Instant back = TUESDAY.plus(Duration.ofHours(3));
    log.refuse(true);
    time.runUntil(back);

    log.refuse(false);
    time.runUntil(back.plus(Duration.ofMinutes(50)));
    assertThat(changes(back)).doesNotContainAnyElementsOf(DOWN);
  }

  @Test
  void wakesGoOnAndAreRecordedAsSuchWhenItIsBack() {
    Instant dawn = TUESDAY.plus(Duration.ofHours(4));
    Instant day = TUESDAY.plus(Duration.ofHours(9));
    time.runUntil(dawn);
    assertThat(changes(MONDAY.plus(Duration.ofHours(16)))).contains("sleep", "off");

    log.refuse(true);
    time.runUntil(day);
    assertThat(changes(dawn)).contains("on", "wake").doesNotContainAnyElementsOf(DOWN);
    assertThat(recorded()).filteredOn(at -> at.time().isAfter(dawn)).isEmpty();

    log.refuse(false);
    time.runUntil(day.plus(Duration.ofHours(1)));
    List<JournalEvent> late =
        recorded().stream().filter(at -> at.time().isAfter(dawn)).map(At::event).toList();
    assertThat(late).anyMatch(event -> event instanceof ActionIssued issued && issued.spooled());
    assertThat(late).hasAtLeastOneElementOfType(CapacityReady.class);
    assertThat(late)
        .filteredOn(UtilisationRecorded.class::isInstance)
        .as("the hours that could not be recorded")
        .anyMatch(event -> ((UtilisationRecorded) event).to().isBefore(day));
  }

  @Test
  void theHistoryWithTheGapVerifies() {
    log.refuse(true);
    time.runUntil(TUESDAY.plus(Duration.ofHours(9)));
    log.refuse(false);
    time.runUntil(TUESDAY.plus(Duration.ofHours(10)));
    week.close();

    assertThat(JournalVerifier.verify(directory, DemoKey.of(7).publicKey()))
        .isInstanceOf(Verification.Intact.class);
  }

  /// What was done to the data centre since.
  private List<String> changes(Instant since) {
    return week.centre.log().effects().stream()
        .filter(effect -> effect.changed() && effect.at().isAfter(since))
        .map(effect -> effect.verb())
        .toList();
  }

  private record At(Instant time, JournalEvent event) {}

  private List<At> recorded() {
    var reader = new JournalReader(Slices.events());
    try (var commits = log.from(1)) {
      return commits
          .flatMap(reader::recorded)
          .map(recorded -> new At(recorded.time(), recorded.event()))
          .toList();
    }
  }
}
