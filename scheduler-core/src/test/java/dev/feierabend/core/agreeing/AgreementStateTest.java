package dev.feierabend.core.agreeing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreementStateTest {
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final ActorId AUTHOR = new ActorId("actor-17");
  private static final ActorId OTHER = new ActorId("actor-4");
  private static final AgreementId AGREEMENT = AgreementId.of(new TenantId("ahausen"), "rathaus");

  private AgreementState state = AgreementState.NEW;

  @Test
  void anApprovalBindsTheDigestOfTheDocumentsBytes() {
    String document = document("20:00");
    ask(propose(document));
    ask(new ApprovePolicy(AGREEMENT, digest(document), OTHER, AT));

    assertThat(state.active()).contains(digest(document));
    assertThat(code(new ApprovePolicy(AGREEMENT, digest(document("21:00")), OTHER, AT)))
        .isEqualTo("unknown-document");
  }

  @Test
  void nobodyApprovesTheirOwnPolicy() {
    ask(propose(document("20:00")));

    var answer = state.decide(new ApprovePolicy(AGREEMENT, digest(document("20:00")), AUTHOR, AT));

    assertThat(answer)
        .isEqualTo(
            Decision.reject(
                "own-policy", "Expected an approver other than the author, but both are actor-17"));
  }

  @Test
  void aNewVersionSupersedesTheActiveOneOnlyOnceItIsApproved() {
    approve(document("20:00"));
    ask(propose(document("21:00")));
    assertThat(state.active()).contains(digest(document("20:00")));

    ask(new ApprovePolicy(AGREEMENT, digest(document("21:00")), OTHER, AT));
    assertThat(state.active()).contains(digest(document("21:00")));
    assertThat(state.versions().get(digest(document("20:00"))).status())
        .isEqualTo(Version.Status.ENDED);
  }

  @Test
  void whatIsDecidedIsNotDecidedAgain() {
    ask(propose(document("20:00")));
    ask(new RejectPolicy(AGREEMENT, digest(document("20:00")), OTHER, "too early", AT));

    assertThat(code(new ApprovePolicy(AGREEMENT, digest(document("20:00")), OTHER, AT)))
        .isEqualTo("already-decided");
  }

  @Test
  void aRejectedDocumentMayBeProposedAgainUnchangedByAnybody() {
    String document = document("20:00");
    ask(propose(document));
    assertThat(code(propose(document))).isEqualTo("already-proposed");
    ask(new RejectPolicy(AGREEMENT, digest(document), OTHER, "too early", AT));

    ask(new ProposePolicy(AGREEMENT, document, OTHER, AT, Optional.empty()));

    assertThat(code(new ApprovePolicy(AGREEMENT, digest(document), OTHER, AT)))
        .isEqualTo("own-policy");
    ask(new ApprovePolicy(AGREEMENT, digest(document), AUTHOR, AT));
    assertThat(state.active()).contains(digest(document));
  }

  @Test
  void nobodyDecidesOnADraftUntilSomebodyProposesIt() {
    String document = document("20:00");
    ask(new DraftPolicy(AGREEMENT, document, AUTHOR, AT));

    assertThat(code(new ApprovePolicy(AGREEMENT, digest(document), OTHER, AT)))
        .isEqualTo("still-draft");
    assertThat(code(new RejectPolicy(AGREEMENT, digest(document), OTHER, "no", AT)))
        .isEqualTo("still-draft");
    assertThat(code(new DraftPolicy(AGREEMENT, document, OTHER, AT))).isEqualTo("already-known");
  }

  @Test
  void neitherWhoWroteTheDraftNorWhoProposedItApproves() {
    String document = document("20:00");
    ask(new DraftPolicy(AGREEMENT, document, AUTHOR, AT));
    ask(new ProposePolicy(AGREEMENT, document, OTHER, AT, Optional.empty()));

    for (ActorId one : List.of(AUTHOR, OTHER)) {
      assertThat(code(new ApprovePolicy(AGREEMENT, digest(document), one, AT)))
          .isEqualTo("own-policy");
    }
    ask(new ApprovePolicy(AGREEMENT, digest(document), new ActorId("actor-5"), AT));
    assertThat(state.active()).contains(digest(document));
  }

  @Test
  void onlyItsAuthorDiscardsADraftAndThenItIsAsIfItHadNeverBeen() {
    String document = document("20:00");
    ask(new DraftPolicy(AGREEMENT, document, AUTHOR, AT));

    assertThat(code(new DiscardDraft(AGREEMENT, digest(document), OTHER, AT)))
        .isEqualTo("not-author");
    ask(new DiscardDraft(AGREEMENT, digest(document), AUTHOR, AT));
    assertThat(state).isEqualTo(AgreementState.NEW);
  }

  @Test
  void aNoticeThatOutlastsTheValidityIsRefused() {
    String document = document("20:00") + "  validity: {to: 2026-11-29}\n  notice: P7D\n";
    ask(propose(document));

    assertThat(code(new ApprovePolicy(AGREEMENT, digest(document), OTHER, AT)))
        .isEqualTo("never-begins");
  }

  @Test
  void aWithdrawnPolicyIsNoLongerActiveAndMayBeProposedAgain() {
    approve(document("20:00"));
    ask(new WithdrawPolicy(AGREEMENT, AUTHOR, "moving house", AT));

    assertThat(state.active()).isEmpty();
    assertThat(code(new WithdrawPolicy(AGREEMENT, AUTHOR, "again", AT))).isEqualTo("not-active");
    approve(document("20:00"));
    assertThat(state.active()).isPresent();
  }

  @Test
  void aPolicyExpiresAfterItsLastDayAndNotBefore() {
    approve(document("20:00") + "  validity: {to: 2026-11-23}\n");
    Instant midnight = Instant.parse("2026-11-23T23:00:00Z");

    assertThat(code(new ExpirePolicy(AGREEMENT, OTHER, midnight.minusSeconds(1))))
        .isEqualTo("still-valid");
    ask(new ExpirePolicy(AGREEMENT, OTHER, midnight));
    assertThat(state.active()).isEmpty();
  }

  @Test
  void aBrokenDocumentIsRefusedWithEveryFault() {
    var answer = state.decide(propose(document("25:00").replace("Europe/Berlin", "Europe/Bonn")));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> assertThat(rejected.refusal().sentence().lines()).hasSize(2));
  }

  @Test
  void aDocumentOfAnotherAgreementIsRefused() {
    assertThat(code(propose(document("20:00").replace("rathaus", "bauhof"))))
        .isEqualTo("other-agreement");
  }

  private void approve(String document) {
    ask(propose(document));
    ask(new ApprovePolicy(AGREEMENT, digest(document), OTHER, AT));
  }

  private void ask(AgreementCommand command) {
    switch (state.decide(command)) {
      case Decision.Accepted(var events) ->
          events.forEach(event -> state = state.evolve((AgreementEvent) event));
      case Decision.Rejected(var refusal) -> throw new AssertionError(refusal.sentence());
    }
  }

  private String code(AgreementCommand command) {
    return switch (state.decide(command)) {
      case Decision.Accepted(var events) -> "accepted " + events;
      case Decision.Rejected(var refusal) -> refusal.code();
    };
  }

  private static ProposePolicy propose(String document) {
    return new ProposePolicy(AGREEMENT, document, AUTHOR, AT, Optional.empty());
  }

  private static String digest(String document) {
    return Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
  }

  private static String document(String evening) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: rathaus, tenant: ahausen}
    spec:
      pools: [ahausen-office]
      zone: Europe/Berlin
      asleep:
        - {from: Mon %s, to: Tue 06:00}
    """
        .formatted(evening);
  }
}
