package dev.feierabend.kubernetes.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HappeningsTest {
  private static final Instant EVENING = Instant.parse("2026-11-24T19:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-25T05:00:00Z");
  private static final TenantId AHAUSEN = new TenantId("ahausen");
  private static final Owner TOWN = Acts.AHAUSEN;
  private static final PoolId OFFICE = new PoolId("ahausen-office");
  private static final AgreementId RATHAUS = new AgreementId("ahausen/rathaus");
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final Setter ARGO =
      new Setter("Argo CD", true, Optional.of("Application mail"), Optional.of("spec: {}"));
  private static final ActionId SLEEP = new ActionId("sleep/" + MAIL + "@2026-11-24T19:00:00Z");
  private static final ActionId WAKE = new ActionId("wake/" + MAIL + "@2026-11-25T05:00:00Z");

  private final Plans plans = new Plans();
  private final Happenings happenings =
      new Happenings(
          new Subjects(Towns.fleet(), Recipes.shipped()),
          new Told(plans, ZoneId.of("Europe/Berlin")));

  @Test
  void whatFellAsleepIsToldOnceItIsAndByWhichRuleOfWhichDocument() {
    plans.recall(new Plans.Parts(List.of(planned())));

    assertThat(happenings.of(issued(SLEEP, new Step.Sleep(MAIL, 0)))).isEmpty();
    Event event = only(happenings.of(new ActionCompleted(TOWN, SLEEP, "none of 3", EVENING)));

    assertThat(event.getReason()).isEqualTo("Asleep");
    assertThat(event.getAction()).isEqualTo("Sleep");
    assertThat(event.getType()).isEqualTo("Normal");
    assertThat(event.getNote())
        .isEqualTo(
            "The policy ahausen/rathaus lets it sleep (Mon 20:00 to Tue 06:00, until"
                + " 2026-11-25T05:00:00Z, document 01234567)");
    assertThat(event.getEventTime().getTime()).isEqualTo("2026-11-24T19:00:00.000000Z");
    assertThat(event.getMetadata().getNamespace()).isEqualTo("office");
    assertThat(event.getRegarding().getApiVersion()).isEqualTo("apps/v1");
    assertThat(event.getRegarding().getKind()).isEqualTo("Deployment");
    assertThat(event.getRegarding().getName()).isEqualTo("mail");
    assertThat(event.getRegarding().getUid()).isEqualTo("uid-of-mail");
  }

  @Test
  void whatIsAwakeIsToldWithTheTimeItIsDue() {
    happenings.of(issued(WAKE, new Step.Wake(MAIL, Acts.WAS, 0, Optional.empty())));

    Event event = only(happenings.of(new ActionCompleted(TOWN, WAKE, "3 of 3", MORNING)));

    assertThat(event.getReason()).isEqualTo("Awake");
    assertThat(event.getNote()).isEqualTo("It is due back by 2026-11-24T20:00:00Z");
    assertThat(event.getRegarding().getUid()).isEqualTo("uid-of-mail");
  }

  @Test
  void whatAPersonWokeIsNotToldAsWoken() {
    happenings.of(issued(WAKE, new Step.Wake(MAIL, Acts.WAS, 3, Optional.empty())));

    assertThat(happenings.of(new ActionCompleted(TOWN, WAKE, "3 of 3", MORNING))).isEmpty();
  }

  @Test
  void whatWasNotDoneIsAWarningWithTheAnswer() {
    happenings.of(issued(SLEEP, new Step.Sleep(MAIL, 0)));

    Event event = only(happenings.of(new ActionRefused(TOWN, SLEEP, "403, no right", EVENING)));

    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getReason()).isEqualTo("NotDone");
    assertThat(event.getNote()).contains("403, no right");
  }

  @Test
  void whatAPersonChangedIsLeftAloneAndSaysWhy() {
    var change =
        new ForeignChangeObserved(
            TOWN, MAIL.value(), "0 replicas", "2 replicas", Optional.empty(), EVENING, MORNING);

    Event event = only(happenings.of(change));

    assertThat(event.getReason()).isEqualTo("LeftAlone");
    assertThat(event.getNote()).contains("expected 0 replicas, found 2 replicas");
  }

  @Test
  void aProgramThatUndidASleepIsAWarningThatNamesItAndWhatEndsIt() {
    Event event =
        only(
            happenings.of(
                new SleepUndone(TOWN, MAIL.value(), "3 replicas", ARGO, EVENING, MORNING)));

    assertThat(event.getReason()).isEqualTo("SleepUndone");
    assertThat(event.getType()).isEqualTo("Warning");
    assertThat(event.getRegarding().getName()).isEqualTo("mail");
    assertThat(event.getNote())
        .startsWith("Argo CD (Application mail) undid the sleep of " + MAIL)
        .contains("spec: {}");
  }

  @Test
  void aProgramThatMayUndoASleepIsToldOfBeforehand() {
    Event event = only(happenings.of(new KeeperFound(TOWN, MAIL.value(), ARGO, EVENING)));

    assertThat(event.getReason()).isEqualTo("MayBeUndone");
    assertThat(event.getNote()).startsWith("Argo CD (Application mail) sets " + MAIL);
  }

  @Test
  void aGroupThatIsLateIsToldOfInTheTenantsNamespacesAlone() {
    Event event =
        only(happenings.of(new WakeLate(TOWN, RATHAUS + "#2", "mail is away", MORNING, MORNING)));

    assertThat(event.getReason()).isEqualTo("WakeLate");
    assertThat(event.getMetadata().getNamespace()).isEqualTo("office");
    assertThat(event.getNote()).contains("mail is away").contains("ahausen/rathaus");
  }

  @Test
  void aPoolThatIsLateIsToldOfInItsNamespaces() {
    Event event =
        only(happenings.of(new WakeLate(TOWN, OFFICE.value(), "2 of 3 serve", MORNING, MORNING)));

    assertThat(event.getReason()).isEqualTo("WakeLate");
    assertThat(event.getRegarding().getKind()).isEqualTo("Namespace");
    assertThat(event.getMetadata().getNamespace()).isEqualTo("office");
  }

  @Test
  void anOverrideIsToldOfInTheTenantsNamespacesAlone() {
    var granted =
        new OverrideGranted(
            AHAUSEN, Set.of(), MORNING, new ActorId("actor-4"), "the count", EVENING);

    assertThat(happenings.of(granted))
        .singleElement()
        .satisfies(happening -> {
          assertThat(happening.about().getNamespace()).isEqualTo("office");
          assertThat(happening.sentence()).contains("the count");
        });
  }

  @Test
  void hostsAreNobodysInANamespaceAndWhatBeganUnseenIsNotGuessedAt() {
    assertThat(
            happenings.of(
                new WakeLate(Owner.OPERATOR, Towns.FIRST.toString(), "off", MORNING, MORNING)))
        .isEmpty();
    assertThat(happenings.of(new ActionCompleted(TOWN, SLEEP, "none of 3", EVENING))).isEmpty();
  }

  @Test
  void aLongSentenceIsCutToWhatTheApiServerTakes() {
    happenings.of(issued(SLEEP, new Step.Sleep(MAIL, 0)));

    assertThat(
            only(happenings.of(new ActionRefused(TOWN, SLEEP, "ä".repeat(900), EVENING))).getNote())
        .hasSize(250)
        .endsWith("…");
  }

  private static Event only(List<Happening> happenings) {
    assertThat(happenings).hasSize(1);
    return happenings.getFirst().event("feierabend-0");
  }

  private static ActionIssued issued(ActionId action, Step step) {
    return Acts.issued(action, step, EVENING);
  }

  private static PlanDecided planned() {
    var sleeper =
        new PowerPlan.Sleeper(
            MAIL,
            AHAUSEN,
            OFFICE,
            RATHAUS,
            "0123456789",
            new PowerPlan.Window(EVENING, MORNING, MORNING),
            0,
            new Reason.Released(RATHAUS, "0123456789", "Mon 20:00 to Tue 06:00", MORNING));
    return new PlanDecided(
        TOWN,
        "plan-1",
        Mode.ACTIVE,
        List.of(),
        List.of(sleeper),
        List.of(),
        Optional.empty(),
        "inputs",
        Optional.empty(),
        EVENING);
  }
}
