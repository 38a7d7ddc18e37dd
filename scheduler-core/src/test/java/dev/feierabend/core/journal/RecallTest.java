package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyDrafted;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.deputising.DeputyEvent.DeputyNamed;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.proving.Vouched;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A snapshot at any commit, and what came after it, make the same read models as everything.
class RecallTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final int HISTORIES = Integer.getInteger("histories", 20);
  private static final int COMMITS = 150;

  /// So many that no kind of event is missing.
  private static final int DRAWS = 4;

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
        readyBy: {lead: PT30M}
      """;
  private static final String DIGEST =
      Document.of(POLICY.getBytes(StandardCharsets.UTF_8)).digest();

  @Test
  void aSnapshotAndTheTailAreTheWholeHistory(@TempDir Path folder) {
    System.out.printf("RecallTest: seeds %d to %d%n", SEED, SEED + HISTORIES - 1);
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      var random = new SplittableRandom(seed);
      var drawn = drawn(random);
      var whole = EmbeddedCommitLog.inMemory(() -> NOON);
      var begun = EmbeddedCommitLog.inMemory(() -> NOON);
      int cut = random.nextInt(1, COMMITS);
      append(whole, drawn);
      append(begun, drawn.subList(0, cut));
      var kept = folder.resolve(Long.toString(seed));

      Slices.journal(begun, () -> NOON, ReadModels.keptIn(kept, models())).close();
      var recalled = models();
      Slices.journal(whole, () -> NOON, ReadModels.keptIn(kept, recalled));
      var replayed = models();
      Slices.journal(whole, () -> NOON, ReadModels.of(replayed));

      assertThat(kept.resolve(Snapshots.NAME)).as("kept of seed %d", seed).exists();
      assertThat(recalled)
          .as("seed %d, recalled at commit %d", seed, cut)
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*called")
          .isEqualTo(replayed);
    }
  }

  @Test
  void everyReadModelRemembersSomethingOfTheseEvents() {
    var blank = models();
    var told = models();
    var log = EmbeddedCommitLog.inMemory(() -> NOON);
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < DRAWS; i++) {
      append(log, drawn(random));
    }
    Slices.journal(log, () -> NOON, ReadModels.of(told));

    var silent =
        IntStream.range(0, told.size())
            .filter(i -> told.get(i).remember().equals(blank.get(i).remember()))
            .mapToObj(i -> told.get(i).getClass().getSimpleName());

    assertThat(silent).containsExactly("Bell");
  }

  private static List<ReadModel<?>> models() {
    var models = new ArrayList<>(Memory.empty().models());
    models.add(new Persons());
    models.add(new Vouched());
    return models;
  }

  static List<JournalEvent> drawn(SplittableRandom random) {
    var kinds =
        Stream.of(
                GoldenEventsTest.events().stream()
                    .filter(type -> type != DeputyNamed.class) // its example's term is over at once
                    .map(ExampleOf::record),
                steps().stream(),
                Stream.of(measured()),
                agreeing().stream())
            .flatMap(events -> events)
            .map(JournalEvent.class::cast)
            .toList();
    return random.ints(COMMITS, 0, kinds.size()).mapToObj(kinds::get).toList();
  }

  private static List<JournalEvent> steps() {
    var events = new ArrayList<JournalEvent>();
    var owner = Owner.OPERATOR;
    var was = Optional.of(Original.of(5));
    for (var type : SealedCases.of(Step.class)) {
      var action = new ActionId(type.getSimpleName() + "#1");
      var step = slept((Step) ExampleOf.record(type));
      var until = Optional.of(NOON);
      events.add(
          new ActionIssued(owner, action, step, "p", List.of(), was, until, NOON, 1, false, NOON));
      events.add(new ActionCompleted(owner, action, "seen", NOON));
    }
    return events;
  }

  /// The same, of what wakes a workload of which all slept.
  private static Step slept(Step step) {
    return step instanceof Step.Wake(var workload, _, _, var target)
        ? new Step.Wake(workload, Original.of(5), 0, target)
        : step;
  }

  private static JournalEvent measured() {
    var sample = (Sample) ExampleOf.record(Sample.class);
    return new UtilisationRecorded(
        Owner.OPERATOR, new PoolId("hall"), NOON.minusSeconds(3600), NOON, 1, List.of(sample));
  }

  private static List<JournalEvent> agreeing() {
    var agreement = new AgreementId("ahausen/rathaus");
    var by = new ActorId("somebody");
    var other = new ActorId("other");
    var forecast = Optional.of((SavingForecast) ExampleOf.record(SavingForecast.class));
    return List.of(
        new PolicyDrafted(agreement, DIGEST, POLICY, other, NOON),
        new PolicyProposed(agreement, DIGEST, POLICY, by, NOON, forecast),
        new DeputyNamed(agreement.tenant(), other, NOON, NOON.plusSeconds(9), by, NOON),
        new DeputyStoodIn(agreement, DIGEST, other, by, NOON),
        new PolicyApproved(agreement, DIGEST, by, NOON),
        new PolicyActivated(agreement, DIGEST, NOON));
  }

  static void append(CommitLog log, List<JournalEvent> events) {
    var reader = new JournalReader(Slices.events());
    for (var event : events) {
      var type = reader.serializer().typeForClass(event.getClass());
      long sequence = log.head().number();
      log.append(
          event.owner(),
          List.of(
              new StoredEvent(
                  event.aggregate().replace(' ', '-'),
                  "any",
                  sequence,
                  type.getName(),
                  type.getRevision(),
                  Map.of(),
                  JournalMapper.SHARED.valueToTree(event))));
    }
  }
}
