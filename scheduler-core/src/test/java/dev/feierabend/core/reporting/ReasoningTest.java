package dev.feierabend.core.reporting;

import static dev.feierabend.core.reporting.Evening.ADA;
import static dev.feierabend.core.reporting.Evening.OWNER;
import static dev.feierabend.core.reporting.Evening.POOL;
import static dev.feierabend.core.reporting.Evening.SHOP;
import static dev.feierabend.core.reporting.Evening.TOWN;
import static dev.feierabend.core.reporting.Evening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.agreeing.ExceptionEvent.CustomerHeld;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeLifted;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasoningTest {
  private static final String SHORT = Evening.digest().substring(0, 8);
  private final Evening evening = new Evening();

  @Test
  void whatSleptIsToldWithRuleLineDocumentPeopleAndPlan() {
    evening.agreed().planned(Mode.ACTIVE).slept();

    assertThat(evening.told(at("22:10"), Locale.ENGLISH))
        .isEqualTo(
            SHOP
                + " was asleep at Mon 11 May 2026 22:10: the policy ahausen/rathaus let it sleep"
                + " until Tue 12 May 2026 05:30 by its rule Mon 20:00 → Tue 06:00 (line 8);"
                + " document "
                + SHORT
                + " of ahausen/rathaus was proposed by ben from a draft of ada at Mon 11 May 2026"
                + " 09:00 and approved by eva in the place of ida at Mon 11 May 2026 10:00; the"
                + " plan of Mon 11 May 2026 20:00 decided it (active); it was begun at Mon 11 May"
                + " 2026 20:01 and seen done at Mon 11 May 2026 20:03.");
    assertThat(evening.told(at("22:10"), Locale.GERMAN))
        .startsWith(SHOP + " schlief am Mo. 11. Mai 2026 22:10: der Zeitplan ahausen/rathaus")
        .contains("(Zeile 8)", "von eva in Vertretung von ida", "erledigt gesehen am")
        .doesNotContain("\n");
  }

  @Test
  void whatWasRecordedLaterCountsForNothing() {
    evening.agreed().planned(Mode.ACTIVE).slept();

    assertThat(evening.why(at("20:02")).state()).isEqualTo(Why.State.FALLING);
    assertThat(evening.why(at("20:00")).cause()).isInstanceOf(Cause.NotItsTurn.class);
    assertThat(evening.why(at("19:59")).cause())
        .isInstanceOfSatisfying(
            Cause.Wanted.class, wanted -> assertThat(wanted.wishes()).hasSize(1));
    assertThat(evening.why(at("07:00")).cause()).isInstanceOf(Cause.NotAgreed.class);
  }

  @Test
  void aWindowOfNeverIsToldWithItsReason() {
    evening.agreed().planned(Mode.ACTIVE);
    var nextMonday = at("22:00").plus(Duration.ofDays(7));
    evening.then("21:00", new FreezeDeclared(OWNER, ADA, "storm", at("21:00")));
    evening.then("21:30", new FreezeLifted(OWNER, ADA, at("21:30")));
    evening.then("21:40", emptied());

    assertThat(evening.told(nextMonday, Locale.ENGLISH)).contains("kept it awake", "the count");
  }

  @Test
  void whatNobodyPutsToSleepIsToldOfItselfAlone() {
    evening.agreed().planned(Mode.ACTIVE).then("20:30", emptied());
    var files = new WorkloadId("statefulset/ahausen-web/files");
    evening.then("21:00", new PlanSkipped(OWNER, exempt(files), at("21:00")));
    assertThat(evening.why(at("22:00")).cause()).isInstanceOf(Cause.NotAgreed.class);

    evening.then("22:10", new PlanSkipped(OWNER, exempt(files, SHOP), at("22:10")));
    assertThat(evening.told(at("22:20"), Locale.ENGLISH))
        .contains("though an agreement let it sleep, because a sleep of " + SHOP)
        .doesNotContain("files");
  }

  @Test
  void aFreezeIsToldWithWhoDeclaredIt() {
    evening.agreed().planned(Mode.ACTIVE);
    evening.then("20:00", new FreezeDeclared(Owner.OPERATOR, ADA, "storm", at("20:00")));
    evening.then("20:00", new CustomerHeld(TOWN, ADA, "water", at("20:00")));

    assertThat(evening.told(at("22:00"), Locale.ENGLISH))
        .contains("a freeze for the operator was in force, declared by ada", "storm");
  }

  @Test
  void anOverrideIsToldWithItsEndAndCountsNoLongerAfterIt() {
    evening.agreed().planned(Mode.ACTIVE);
    evening.then(
        "19:00", new OverrideGranted(TOWN, Set.of(POOL), at("23:00"), ADA, "council", at("19:00")));

    assertThat(evening.told(at("22:00"), Locale.ENGLISH))
        .contains("ada kept it awake until Mon 11 May 2026 23:00", "council");
    assertThat(evening.why(at("23:00")).cause()).isInstanceOf(Cause.NotItsTurn.class);
  }

  @Test
  void whatAPersonChangedWasLeftAlone() {
    evening.agreed().planned(Mode.ACTIVE).slept();
    evening.then(
        "21:00",
        new ForeignChangeObserved(
            OWNER,
            SHOP.value(),
            "asleep",
            "1 replicas",
            Optional.empty(),
            at("21:00"),
            at("23:00")));

    assertThat(evening.why(at("22:00")).state()).isEqualTo(Why.State.AWAKE);
    assertThat(evening.told(at("22:00"), Locale.ENGLISH)).contains("somebody changed it");
    assertThat(evening.why(at("23:30")).state()).isEqualTo(Why.State.AWAKE);
  }

  @Test
  void aProgramThatUndoesASleepIsNamedWithWhatEndsItInBothLanguages() {
    var argo =
        new Setter("Argo CD", true, Optional.of("Application shop"), Optional.of("spec: {a: [b]}"));
    var undone = new SleepUndone(OWNER, SHOP.value(), "1 replicas", argo, at("20:10"), at("23:00"));
    var again =
        new ForeignChangeObserved(
            OWNER,
            SHOP.value(),
            "asleep",
            "1 replicas",
            Optional.of(argo),
            at("20:20"),
            at("23:00"));
    evening.agreed().planned(Mode.ACTIVE).slept().then("20:10", undone);
    assertThat(evening.why(at("20:15")).state()).isEqualTo(Why.State.AWAKE);
    evening.then("20:20", again);

    assertThat(evening.told(at("22:00"), Locale.ENGLISH))
        .contains("Argo CD (Application shop) undid its sleep again")
        .contains("; to end that, write into Application shop: spec: {a: [b]}");
    assertThat(evening.told(at("22:00"), Locale.GERMAN))
        .contains("Argo CD (Application shop) hatte den Schlaf erneut aufgehoben")
        .contains("; damit das endet, gehört in Application shop: spec: {a: [b]}");
    var kept = new KeeperFound(OWNER, SHOP.value(), argo, at("20:00"));
    assertThat(List.of(english(kept), english(undone), english(again)))
        .allMatch(it -> it.startsWith("Argo CD (Application shop) "))
        .allMatch(it -> it.endsWith(" To end that, write into Application shop: spec: {a: [b]}"));
    assertThat(english(undone)).contains("It is put to sleep once more.");
    assertThat(english(again)).contains("It is left alone until Mon 11 May 23:00.");
  }

  private static String english(JournalEvent event) {
    return sentence(Locale.ENGLISH, event);
  }

  private static String sentence(Locale locale, JournalEvent event) {
    return new Sentences(locale, ZoneId.of("Europe/Berlin"), id -> id).of(event);
  }

  @Test
  void howManyHostsStayOnIsToldBesideTheLeastPossibleInBothLanguages() {
    PlanDecided known = planned(Optional.of(2));
    PlanDecided unknown = planned(Optional.empty());

    assertThat(english(known))
        .isEqualTo("Planned (active): 3 of 4 hosts stay on, 2 is the least possible.");
    assertThat(sentence(Locale.GERMAN, known))
        .isEqualTo("Geplant (aktiv): 3 von 4 Hosts bleiben an, weniger als 2 sind nicht möglich.");
    assertThat(english(unknown)).isEqualTo("Planned (active): 3 of 4 hosts stay on.");
    assertThat(sentence(Locale.GERMAN, unknown))
        .isEqualTo("Geplant (aktiv): 3 von 4 Hosts bleiben an.");
  }

  /// Of four hosts one goes off.
  private static PlanDecided planned(Optional<Integer> least) {
    List<HostAim> hosts =
        IntStream.range(0, 4)
            .mapToObj(host ->
                new HostAim(
                    MachineId.of("00000000-0000-0000-0000-00000000000" + host),
                    host > 0,
                    new Reason.Unneeded(at("23:00"))))
            .toList();
    return new PlanDecided(
        Owner.OPERATOR,
        "plan/3",
        Mode.ACTIVE,
        hosts,
        List.of(),
        List.of(),
        least,
        "0".repeat(64),
        Optional.empty(),
        at("21:00"));
  }

  @Test
  void whatFailedOrWasOnlyPlannedIsToldApart() {
    evening.agreed().planned(Mode.ACTIVE).then("20:01", evening.issued());
    evening.then("20:02", new ActionRefused(OWNER, evening.issued().action(), "no", at("20:02")));
    assertThat(evening.why(at("22:00")).cause()).isEqualTo(new Cause.Failed("no"));

    var shadow = new Evening().agreed().planned(Mode.SHADOW);
    assertThat(shadow.why(at("22:00")).cause()).isEqualTo(new Cause.Shadow());
  }

  @Test
  void bothLanguagesHaveTheSameSentences() {
    assertThat(keys("sentences_de.properties")).isEqualTo(keys("sentences.properties"));
  }

  private static Reason exempt(WorkloadId... workloads) {
    return new Reason.Exempt(
        Stream.of(workloads)
            .map(it -> new Exemption(it, Ground.DATA_LOST, "spec.retention: Delete"))
            .toList());
  }

  private static PlanDecided emptied() {
    return new PlanDecided(
        OWNER,
        "plan/2",
        Mode.ACTIVE,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        "0".repeat(64),
        Optional.empty(),
        at("21:40"));
  }

  /// The bundle's own keys, without those of the one it falls back on.
  private static Set<String> keys(String file) {
    var sentences = new Properties();
    try (var text = Wording.class.getResourceAsStream(file)) {
      sentences.load(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sentences.stringPropertyNames();
  }
}
