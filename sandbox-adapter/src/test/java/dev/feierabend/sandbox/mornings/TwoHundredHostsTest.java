package dev.feierabend.sandbox.mornings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Punctuality;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.Tuning;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.centre.Services;
import dev.feierabend.sandbox.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Two hundred hosts on two feeds, ten racks on each, come back in waves.
class TwoHundredHostsTest {
  private static final int HOSTS = 200;
  private static final int ON_A_FEED = 10;
  private static final Duration BOOT = Duration.ofMinutes(4);
  private static final Instant START = Instant.parse("2026-11-23T18:50:00Z");
  private static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");
  private static final ActorId SOMEBODY = new ActorId("actor-17");
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
        readyBy: {lead: PT3H}
      """;

  private final VirtualTime time = new VirtualTime(START);
  private final Luck luck = new Luck(7);

  @Test
  void theLastIsReadyAtMostATenthAfterTheTheoreticalMinimumOfTheWaves() {
    List<Boot> boots = lived();
    Instant begun = boots.stream().map(Boot::begun).min(Instant::compareTo).orElseThrow();
    Instant ready = boots.stream().map(Boot::ready).max(Instant::compareTo).orElseThrow();
    Duration took = Duration.between(begun, ready);
    Duration least = least(boots);
    System.out.printf(
        "TwoHundredHostsTest: %d hosts, %d at once on each of two feeds: ready after %s, at least "
            + "%s, %.1f %% more%n",
        boots.size(), ON_A_FEED, took, least, 100.0 * took.toMillis() / least.toMillis() - 100);

    assertThat(boots).hasSizeGreaterThan(HOSTS - 10);
    assertThat(most(boots)).isEqualTo(ON_A_FEED);
    assertThat(took.toMillis()).isLessThanOrEqualTo(least.toMillis() * 11 / 10);
    assertThat(begun).isEqualTo(READY_BY.minus(Duration.ofHours(3)));
    assertThat(ready).isBefore(READY_BY.minus(Punctuality.USUAL.guests()));
  }

  /// A host's boot, as it was seen and as it was.
  private record Boot(MachineId host, Instant begun, Instant ready, Duration boot) {}

  private List<Boot> lived() {
    Fleet fleet = fleet();
    var centre = new DataCentre(fleet, (guest, _) -> guest.size().cores() / 4, time);
    var hypervisor = new Hypervisor(centre, Faults.NONE, luck);
    var effects =
        new Effects(
            hypervisor,
            hypervisor,
            new PowerSwitch(centre, Faults.NONE, luck),
            new Services(centre, Faults.NONE));
    Memory memory = Memory.empty();
    try (EmbeddedCommitLog log = EmbeddedCommitLog.inMemory(time)) {
      Journal journal = Slices.journal(log, time, memory.handlers());
      agree(journal);
      var punctuality =
          new Punctuality(0.999, Punctuality.USUAL.guests(), Waves.of(fleet, Punctuality.AT_ONCE));
      var settings =
          new Reconciler.Settings(
              Mode.ACTIVE,
              new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
              Cadence.Beat.MINUTES.atRest(),
              new Evaluation(HolidayCalendar.NONE),
              Tuning.USUAL.with(punctuality));
      var reconciler = new Reconciler(centre, effects, memory, settings, journal);
      new Cadence(reconciler, time, time, Cadence.Beat.MINUTES).start();
      time.runUntil(READY_BY);
      try (var history = journal.history()) {
        return boots(history.map(recorded -> recorded.event()).toList());
      }
    }
  }

  private static void agree(Journal journal) {
    var agreement = AgreementId.of(new TenantId("ahausen"), "rathaus");
    String digest = Document.of(POLICY.getBytes(StandardCharsets.UTF_8)).digest();
    journal.send(new ProposePolicy(agreement, POLICY, SOMEBODY, START, Optional.empty()));
    journal.send(new ApprovePolicy(agreement, digest, new ActorId("actor-4"), START));
  }

  private List<Boot> boots(List<?> events) {
    assertThat(events).noneMatch(WakeLate.class::isInstance);
    Map<ActionId, ActionIssued> open = new HashMap<>();
    Map<MachineId, Boot> boots = new TreeMap<>();
    for (Object event : events) {
      if (event instanceof ActionIssued issued && issued.step() instanceof Step.PowerOn) {
        open.put(issued.action(), issued);
      } else if (event instanceof ActionCompleted(_, var action, _, var at)
          && open.containsKey(action)) {
        ActionIssued issued = open.get(action);
        MachineId host = ((Step.PowerOn) issued.step()).host();
        double pace = luck.between(0.8, 1.2, "boot", host, issued.at());
        Duration boot = Duration.ofMillis((long) (BOOT.toMillis() * pace));
        boots.put(host, new Boot(host, issued.at(), at, boot));
      }
    }
    return List.copyOf(boots.values());
  }

  /// Each feed's boots one after the other, so many at a time, without a pause.
  private static Duration least(List<Boot> boots) {
    Map<Integer, Long> millis = new TreeMap<>();
    boots.forEach(it -> millis.merge(feed(it.host()), it.boot().toMillis(), Long::sum));
    return Duration.ofMillis(
        millis.values().stream().mapToLong(it -> it / ON_A_FEED).max().orElse(0));
  }

  private static int most(List<Boot> boots) {
    int most = 0;
    for (Boot one : boots) {
      long beside =
          boots.stream()
              .filter(it -> feed(it.host()) == feed(one.host()))
              .filter(it -> !it.begun().isAfter(one.begun()) && it.ready().isAfter(one.begun()))
              .count();
      most = Math.max(most, (int) beside);
    }
    return most;
  }

  private static int feed(MachineId host) {
    String id = host.toString();
    return Integer.parseInt(id.substring(id.length() - 4)) / (HOSTS / 2);
  }

  private static Fleet fleet() {
    var text =
        new StringBuilder(
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: hall}
            spec:
              tenants: [{id: ahausen, name: Ahausen}]
              pools: [{id: hosts}, {id: ahausen-office, tenant: ahausen}]
              controllers: [{name: board, kind: sandbox}]
              feeds: [{name: feed-0, wakesAtOnce: %1$d}, {name: feed-1, wakesAtOnce: %1$d}]
              racks:
            """
                .formatted(ON_A_FEED));
    for (int rack = 0; rack < 20; rack++) {
      text.append(
          "    - {name: rack-%d, feed: feed-%d, wakesAtOnce: 4}%n".formatted(rack, rack / 10));
    }
    text.append("  hosts:\n");
    for (int host = 0; host < HOSTS; host++) {
      text.append(
          """
              - uuid: 00000000-0000-0000-0000-%1$012d
                name: host-%1$d
                pool: hosts
                cores: 32
                memoryGiB: 256
                watts: {idle: 120, peak: 380}
                standbyWatts: 8
                boot: PT4M
                bootWatts: 210
                controller: board
                rack: rack-%2$d
                guests:
                  - {uuid: 10000000-0000-0000-0000-%1$012d, name: desk-%1$d, pool: ahausen-office, cores: 4, memoryGiB: 16}
          """
              .formatted(host, host / 10));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet", bytes)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }
}
