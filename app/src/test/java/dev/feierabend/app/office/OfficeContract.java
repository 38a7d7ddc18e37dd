package dev.feierabend.app.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.OverrideView;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every office does. Each test has an agreement of its own, and leaves nothing suspended.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OfficeContract {
  /// Somebody who left; `actors.yaml` beside the journal says who it was.
  static final ActorId GONE = new ActorId("gone-1");

  static final TenantId AHAUSEN = new TenantId("ahausen");
  private static final Set<PoolId> OFFICE = Set.of(new PoolId("ahausen-office"));
  private static final Wish FREEZE = new Wish.Freeze(Owner.of(AHAUSEN), "storm");
  private static final Wish THAW = new Wish.Thaw(Owner.of(AHAUSEN));

  /// Opens the office as this person; one at a time.
  abstract Office as(Person who, Locale locale);

  @Test
  void whatOnePersonProposesAnotherApprovesAndWithdraws() {
    String digest = proposed("approved");
    AgreementId agreement = agreement("approved");

    given(Person.KARL, office -> office.ask(new Wish.Approve(agreement, digest)));
    assertThat(version("approved").standing()).isEqualTo("active");
    assertThat(version("approved").author()).isEqualTo("actor-17");
    assertThat(version("approved").approver()).isEqualTo("actor-4");
    assertThat(version("approved").document()).isEqualTo(document("approved"));

    given(Person.KLARA, office -> office.ask(new Wish.Withdraw(agreement, "we move")));
    assertThat(version("approved").standing()).isEqualTo("ended");
    refused(
        "not-active", Person.KLARA, office -> office.ask(new Wish.Withdraw(agreement, "again")));
  }

  @Test
  void whoProposedDoesNotApproveAndIsToldSoInBothLanguages() {
    byte[] document = document("own").getBytes(UTF_8);
    String digest = given(Person.KARL, office -> office.propose("own.yaml", document));
    Wish approval = new Wish.Approve(agreement("own"), digest);

    assertThat(refused("own-policy", Person.KARL, office -> office.ask(approval)))
        .startsWith("Expected an approver other than the author");
    try (Office office = as(Person.KARL, Locale.GERMAN)) {
      assertThat(office.ask(approval))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              no ->
                  assertThat(no.refusal().sentence()).startsWith("Genehmigen muss jemand anderes"));
    }
  }

  @Test
  void everyFaultIsToldUnderTheNameOfItsFile() {
    assertThat(faults(document("x").replace("Mon 20:00", "Moon 20:00")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.toString()).startsWith("rathaus.yaml:8:"));
    assertThat(faults(document("x").replace("ahausen-office", "bergstadt-schools")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.expected()).startsWith("a pool of the tenant"));
  }

  @Test
  void aDocumentIsProposedOnce() {
    proposed("once");
    byte[] document = document("once").getBytes(UTF_8);

    refused("already-proposed", Person.KLARA, office -> office.propose("x", document));
  }

  @Test
  void aProposalIsTakenBackByItsAuthorAloneOrRejected() {
    Wish back = new Wish.TakeBack(agreement("back"), proposed("back"));
    refused("not-author", Person.KARL, office -> office.ask(back));
    given(Person.PETRA, office -> office.ask(back));
    assertThat(version("back").standing()).isEqualTo("taken-back");

    Wish no = new Wish.Reject(agreement("no"), proposed("no"), "too early");
    given(Person.KARL, office -> office.ask(no));
    assertThat(version("no").standing()).isEqualTo("rejected");
    refused("already-decided", Person.KARL, office -> office.ask(no));
  }

  @Test
  void aDraftIsNobodysBusinessUntilItIsProposedOrDropped() {
    byte[] document = document("draft").getBytes(UTF_8);
    String digest = given(Person.PETRA, office -> office.draft("draft.yaml", document));
    assertThat(version("draft").standing()).isEqualTo("draft");
    given(Person.PETRA, office -> office.ask(new Wish.Discard(agreement("draft"), digest)));
    assertThat(given(Person.PETRA, Office::agreements))
        .noneMatch(version -> version.agreement().equals("ahausen/draft"));
  }

  @Test
  void whoLeftIsForgottenByThePlatformTeam() {
    assertThat(given(Person.PETRA, Office::people))
        .anyMatch(person -> person.actor().equals("gone-1") && person.name().equals("Gerda Gone"));

    ActorId forgotten = given(Person.PETRA, office -> office.erase(GONE));
    assertThat(forgotten.value()).isEqualTo("gone-1");

    assertThat(given(Person.PETRA, Office::people))
        .noneMatch(person -> person.actor().equals("gone-1"));
    refused("no-person", Person.PETRA, office -> office.erase(new ActorId("nobody-7")));
  }

  @Test
  void thePlatformTeamHasHostsDrilled() {
    List<DrillView> before = given(Person.PETRA, Office::drills);
    MachineId host = MachineId.of(before.getFirst().host());

    given(Person.PETRA, office -> office.demandDrill(host, "BIOS 2.4"));
    Instant now = SystemTime.clock().instant();
    given(Person.PETRA, office -> office.approveDrill(host, now, now.plus(Duration.ofHours(2))));
    refused("bad-drill-time", Person.PETRA, office -> office.approveDrill(host, now, now));

    DrillView after = given(Person.PETRA, Office::drills).getFirst();
    assertThat(after.state()).isEqualTo("wanted");
    assertThat(after.because()).isEqualTo("BIOS 2.4");
    assertThat(after.approvedUntil()).isEqualTo(now.plus(Duration.ofHours(2)));
  }

  @Test
  void whatIsNotThereCannotBeAskedFor() {
    TenantId nowhere = new TenantId("nowhere");
    String digest = proposed("there");
    unusable(office -> office.ask(new Wish.Approve(agreement("there"), "0".repeat(64))));
    unusable(office -> office.ask(new Wish.Approve(agreement("not-there"), digest)));
    unusable(office -> office.ask(new Wish.Withdraw(agreement("not-there"), "x")));
    unusable(office -> office.ask(new Wish.Freeze(Owner.of(nowhere), "x")));
    unusable(office -> office.ask(new Wish.Dismiss(nowhere, Person.VERA.actor())));
    unusable(office -> office.ask(keepAwake(Set.of(new PoolId("bergstadt-schools")), hours(1))));
    unusable(office -> office.deputies(nowhere));
  }

  @Test
  void overridesStandSideBySideUntilTheyEnd() {
    given(Person.KARL, office -> office.ask(keepAwake(OFFICE, hours(1))));
    given(Person.KARL, office -> office.ask(keepAwake(Set.of(), hours(2))));
    List<OverrideView> both = given(Person.PETRA, Office::overrides);
    assertThat(both)
        .extracting(OverrideView::pools)
        .containsExactly(List.of("ahausen-office"), List.of());

    given(Person.KARL, office -> office.ask(new Wish.LetSleep(AHAUSEN, Optional.of(OFFICE))));
    List<OverrideView> one = given(Person.PETRA, Office::overrides);
    assertThat(one).extracting(OverrideView::because).containsExactly("council");

    Wish end = new Wish.LetSleep(AHAUSEN, Optional.empty());
    given(Person.KARL, office -> office.ask(end));
    refused("no-override", Person.KARL, office -> office.ask(end));
  }

  @Test
  void anOverrideIsNoLongerThanAgreed() {
    refused("bad-end", Person.KARL, office -> office.ask(keepAwake(OFFICE, hours(24 * 15))));
  }

  @Test
  void neitherSideLiftsTheOthersFreeze() {
    given(Person.PETRA, office -> office.ask(FREEZE));
    refused("not-frozen", Person.KARL, office -> office.ask(THAW));
    given(Person.KARL, office -> office.ask(FREEZE));
    given(Person.PETRA, office -> office.ask(THAW));
    refused("not-frozen", Person.PETRA, office -> office.ask(THAW));
    given(Person.KARL, office -> office.ask(THAW));

    given(Person.PETRA, office -> office.ask(new Wish.Freeze(Owner.OPERATOR, "storm")));
    given(Person.PETRA, office -> office.ask(new Wish.Thaw(Owner.OPERATOR)));
  }

  @Test
  void aDeputyApprovesInAPlaceUntilItIsDismissed() {
    Wish named = new Wish.Deputise(AHAUSEN, Person.VERA.actor(), hours(-1), hours(1));
    Wish dismissal = new Wish.Dismiss(AHAUSEN, Person.VERA.actor());
    String digest = proposed("deputy");

    given(Person.KARL, office -> office.ask(named));
    List<DeputyView> deputies = given(Person.PETRA, office -> office.deputies(AHAUSEN));
    assertThat(deputies)
        .singleElement()
        .satisfies(vera -> {
          assertThat(vera.deputy()).isEqualTo("actor-5");
          assertThat(vera.namedBy()).isEqualTo("actor-4");
        });
    given(Person.VERA, office -> office.ask(new Wish.Approve(agreement("deputy"), digest)));
    assertThat(version("deputy").approver()).isEqualTo("actor-5");
    assertThat(version("deputy").inPlaceOf()).isEqualTo("actor-4");

    given(Person.KARL, office -> office.ask(dismissal));
    refused("no-deputy", Person.KARL, office -> office.ask(dismissal));
  }

  static String document(String name) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: %s, tenant: ahausen}
    spec:
      pools: [ahausen-office]
      zone: Europe/Berlin
      asleep:
        - {from: Mon 20:00, to: Tue 06:00}
      readyBy: {lead: PT30M}
    """
        .formatted(name);
  }

  private static AgreementId agreement(String name) {
    return AgreementId.of(AHAUSEN, name);
  }

  private static Wish keepAwake(Set<PoolId> pools, Instant until) {
    return new Wish.KeepAwake(AHAUSEN, pools, until, "council");
  }

  private static Instant hours(int fromNow) {
    return SystemTime.clock().instant().plus(Duration.ofHours(fromNow));
  }

  private String proposed(String name) {
    byte[] document = document(name).getBytes(UTF_8);
    String digest = given(Person.PETRA, office -> office.propose(name, document));
    assertThat(digest).isEqualTo(Document.of(document).digest());
    assertThat(version(name).standing()).isEqualTo("proposed");
    return digest;
  }

  private AgreementView version(String name) {
    return given(Person.KARL, Office::agreements).stream()
        .filter(version -> version.agreement().equals("ahausen/" + name))
        .findFirst()
        .orElseThrow();
  }

  private <T> T given(Person who, Function<Office, Answer<T>> question) {
    return switch (answer(who, question)) {
      case Answer.Given<T>(var value) -> value;
      case Answer<T> other -> throw new AssertionError(other.toString());
    };
  }

  private <T> String refused(String code, Person who, Function<Office, Answer<T>> question) {
    if (answer(who, question) instanceof Answer.Refused<T>(var refusal)) {
      assertThat(refusal.code()).isEqualTo(code);
      return refusal.sentence();
    }
    throw new AssertionError("Expected a refusal with the code " + code);
  }

  private List<Fault> faults(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    if (answer(Person.PETRA, office -> office.propose("rathaus.yaml", bytes))
        instanceof Answer.Faulty<String>(var faults)) {
      return faults;
    }
    throw new AssertionError("Expected faults");
  }

  private <T> void unusable(Function<Office, Answer<T>> question) {
    assertThat(answer(Person.KARL, question)).isInstanceOf(Answer.Unusable.class);
  }

  private <T> Answer<T> answer(Person who, Function<Office, Answer<T>> question) {
    try (Office office = as(who, Locale.ENGLISH)) {
      return question.apply(office);
    }
  }
}
