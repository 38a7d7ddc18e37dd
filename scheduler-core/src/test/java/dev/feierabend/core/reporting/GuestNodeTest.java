package dev.feierabend.core.reporting;

import static dev.feierabend.core.reporting.Evening.OWNER;
import static dev.feierabend.core.reporting.Evening.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.core.planning.Stack.Storey;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is told of a node that is a guest: what it stands on, and when each begins.
class GuestNodeTest {
  private static final MachineId ESX = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId NODE = MachineId.of("00000000-0000-0000-0000-000000000021");
  private static final Map<String, String> NAMES =
      Map.of(ESX.toString(), "esx-2", NODE.toString(), "n3");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        tenants: [{id: ahausen, name: Gemeinde Ahausen}]
        controllers:
          - {name: hall, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
        pools:
          - {id: machines, hypervisor: hall}
          - {id: nodes}
          - {id: ahausen-office, tenant: ahausen, namespaces: [ahausen-web]}
        hosts:
          - {uuid: 00000000-0000-0000-0000-000000000001, name: esx-2, pool: machines, cores: 32,
             memoryGiB: 128, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: hall}
          - {uuid: 00000000-0000-0000-0000-000000000021, name: n3, pool: nodes, cores: 4,
             memoryGiB: 16, watts: {idle: 20, peak: 60}, standbyWatts: 0, boot: PT1M,
             bootWatts: 40, controller: hall}
      """;

  private final List<Recorded> history = new ArrayList<>();

  @Test
  void whyANodeWakesTellsTheWayUpThroughWhatIsBeneath() {
    sleeping();
    begun("03:41", new Step.PowerOn(ESX), Owner.OPERATOR);
    begun("03:52", new Step.PowerOn(NODE), Owner.OPERATOR);
    begun("04:03", new Step.Wake(SHOP, 1, 0, Optional.empty()), OWNER);

    assertThat(why("04:10", Locale.ENGLISH))
        .contains(
            "it is a guest of hall: esx-2 began at Tue 12 May 2026 05:41, it began at Tue 12 May 2026 05:52",
            "what runs there began to wake at Tue 12 May 2026 06:03");
    assertThat(why("04:10", Locale.GERMAN))
        .contains("es ist ein Gast von hall: esx-2 begann um", "05:41", "es selbst um");
  }

  @Test
  void whatHasNotBegunIsNotTold() {
    assertThat(why("01:00", Locale.ENGLISH)).endsWith("it is a guest of hall.");
    begun("03:52", new Step.PowerOn(NODE), Owner.OPERATOR);

    assertThat(why("04:10", Locale.ENGLISH)).contains("it is a guest of hall, and began at Tue");
  }

  @Test
  void inAdvanceEachIsToldWhenItBeginsAtTheLatest() {
    var stack =
        new Stack(
            at("01:00"),
            List.of(storey(ESX, "esx-2", Power.OFF, Optional.empty(), "03:41")),
            List.of(storey(NODE, "n3", Power.OFF, Optional.empty(), "03:52")));

    assertThat(told(stack, Locale.ENGLISH))
        .containsEntry(ESX, "begins at 05:41 at the latest")
        .containsEntry(
            NODE,
            "a guest, off now; begins at 05:52 at the latest; what runs on it begins to wake at 06:03");
    assertThat(told(stack, Locale.GERMAN)).containsEntry(ESX, "beginnt spätestens um 05:41");
  }

  @Test
  void aNodeThatRunsIsToldWithItsHostAndTheHostWithIt() {
    var stack =
        new Stack(
            at("01:00"),
            List.of(
                new Storey(
                    ESX, "esx-2", Power.ON, Optional.empty(), Optional.empty(), Optional.empty())),
            List.of(
                new Storey(
                    NODE, "n3", Power.ON, Optional.of(ESX), Optional.empty(), Optional.empty())));

    assertThat(told(stack, Locale.GERMAN))
        .containsEntry(ESX, "trägt n3")
        .containsEntry(NODE, "Gast auf esx-2");
  }

  private static Map<MachineId, String> told(Stack stack, Locale locale) {
    return StackWords.of(locale, BERLIN, id -> NAMES.getOrDefault(id, id)).of(stack);
  }

  private static Storey storey(
      MachineId id, String name, Power power, Optional<MachineId> beneath, String begins) {
    return new Storey(
        id,
        name,
        power,
        beneath,
        Optional.of(at(begins)),
        id.equals(NODE) ? Optional.of(at("04:03")) : Optional.empty());
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-12T" + time + ":00Z");
  }

  private void begun(String time, Step step, Owner owner) {
    history.add(
        new Recorded(
            history.size() + 1L,
            at(time),
            owner,
            new ActionIssued(
                owner,
                new ActionId(step.subject() + "#1"),
                step,
                "plan/1",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                at(time).plusSeconds(600),
                0,
                false,
                at(time))));
  }

  /// So that the workload is known as one of its pool.
  private void sleeping() {
    var window = new Window(at("00:00"), at("04:00"), at("05:00"));
    var reason =
        new Reason.Released(Evening.AGREEMENT, Evening.digest(), "Mon 20:00", window.wakeAt());
    history.add(
        new Recorded(
            1L,
            at("00:00"),
            OWNER,
            new PlanDecided(
                OWNER,
                "plan/1",
                Mode.ACTIVE,
                List.<HostAim>of(),
                List.of(
                    new Sleeper(
                        SHOP,
                        Evening.TOWN,
                        Evening.POOL,
                        Evening.AGREEMENT,
                        Evening.digest(),
                        window,
                        0,
                        reason)),
                List.of(),
                Optional.empty(),
                "0".repeat(64),
                Optional.empty(),
                at("00:00"))));
  }

  private String why(String time, Locale locale) {
    var past = new Past(at(time), new Subjects(fleet()));
    history.forEach(past::tell);
    Subject subject = past.subjects().called("n3").orElseThrow();
    Why why = new Reasoning(past, new Evaluation(HolidayCalendar.NONE)).of(subject);
    return new WhySentence(locale, BERLIN, id -> NAMES.getOrDefault(id, id)).of(why);
  }

  private static Fleet fleet() {
    return switch (FleetParser.parse("fleet.yaml", DOCUMENT.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
