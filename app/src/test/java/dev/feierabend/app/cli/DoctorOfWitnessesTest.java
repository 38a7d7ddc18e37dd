package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.witness.Town;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.Vouching.Asked;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.witness.Objection;
import dev.feierabend.core.proving.witness.Submission;
import dev.feierabend.core.proving.witness.Witness;
import dev.feierabend.policies.terms.ActorId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of witnesses in a journal.
class DoctorOfWitnessesTest {
  private static final Cosigner COSIGNER = Town.SIGNER.cosigner(new KeyName("w.example.org"));
  @TempDir Path journal;

  /// Cosigns everything, or nothing.
  private record Given(boolean willing) implements Witness {
    @Override
    public CosignerKey key() {
      return COSIGNER.verifier();
    }

    @Override
    public Answer add(Submission submission) {
      return willing
          ? new Answer.Cosigned(
              COSIGNER.cosign(submission.checkpoint().text(), Town.NOW).line() + "\n")
          : new Answer.Refused(Objection.UNPROVEN);
    }
  }

  private static Asked witness(boolean willing) {
    return new Asked(Optional.empty(), List.of(new Given(willing)), false);
  }

  private Typed doctor(String language) {
    return Typed.of("doctor", "--journal", journal, "--lang", language);
  }

  @Test
  void aWitnessThatRefusesIsAWarning() {
    try (var town = Town.in(journal)) {
      town.happens("storm").asks(witness(false));
    }
    assertThat(doctor("en").exit()).isZero();
    assertThat(doctor("en").out()).contains("warn  witness    w.example.org refuses to vouch");
    assertThat(doctor("de").out()).contains("w.example.org bürgt nicht");
  }

  @Test
  void aWitnessThatHasBeenSilentForLongIsAWarningAndAFaithfulOneIsNone() {
    try (var town = Town.in(journal)) {
      town.happens("storm").asks(witness(true));
    }
    assertThat(doctor("en").out()).doesNotContain("witness");
    try (var town = Town.in(journal)) {
      var actor = new ActorId("actor-17");
      town.journal().send(new DeclareFreeze(Owner.OPERATOR, actor, "more", Town.NOW));
      town.checkpoints().sign(Town.NOW.plus(Duration.ofDays(2)));
    }
    assertThat(doctor("en").exit()).isZero();
    assertThat(doctor("en").out()).contains("warn  witness    w.example.org has said nothing");
    assertThat(doctor("de").out()).contains("w.example.org hat zu den Prüfpunkten");
  }
}
