package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.policies.terms.ActorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private Path key;

  @BeforeEach
  void aKeyAsOpensslMakesIt() throws NoSuchAlgorithmException, IOException {
    var der = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    String base64 = Base64.getEncoder().encodeToString(der);
    key =
        Files.writeString(
            folder.resolve("checkpoint.pem"),
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64));
  }

  @Test
  void anHourInWhichSomethingHappenedIsSignedAndTheKeyLeftBesideProvesIt() throws IOException {
    try (var journal = journal()) {
      var seals = Seals.with(key, folder, journal);
      journal.send(
          new DeclareFreeze(Owner.OPERATOR, new ActorId("actor-17"), "storm", NOON.minus(HOUR)));
      seals.ended(NOON.minus(HOUR), NOON);
      seals.ended(NOON, NOON.plus(HOUR));
      assertThat(journal.log().head().number()).isEqualTo(2);
    }

    var beside = CheckpointKey.of(Files.readString(folder.resolve(CheckpointKey.FILE)));
    assertThat(JournalVerifier.verify(folder, beside)).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aFileThatIsNoKeyIsAnOutageThatSaysHowToMakeOne() throws IOException {
    Files.writeString(key, "no key");
    try (var journal = journal()) {
      assertThatThrownBy(() -> Seals.with(key, folder, journal))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("openssl genpkey -algorithm ed25519");
    }
  }

  private Journal journal() {
    return Slices.journal(
        EmbeddedCommitLog.open(folder, () -> NOON), () -> NOON, Memory.empty().handlers());
  }
}
