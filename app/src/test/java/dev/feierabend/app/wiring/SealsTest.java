package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.token.TokenKey;
import dev.feierabend.app.token.TokenOut;
import dev.feierabend.app.token.TokenPlace;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
    key = pem("checkpoint.pem");
  }

  private Path pem(String name) throws NoSuchAlgorithmException, IOException {
    var der = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    String base64 = Base64.getEncoder().encodeToString(der);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64));
  }

  @Test
  void anHourInWhichSomethingHappenedIsSignedAndTheKeyLeftBesideProvesIt() throws IOException {
    try (var journal = journal()) {
      var seals = seals(journal, Optional.empty());
      freeze(journal);
      seals.ended(NOON.minus(HOUR), NOON);
      seals.ended(NOON, NOON.plus(HOUR));
      assertThat(journal.log().head().number()).isEqualTo(3);
    }

    assertThat(JournalVerifier.verify(folder, beside())).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void theTiledLogBesideTheJournalHoldsUnderTheVerifierKeyBesideIt() throws IOException {
    try (var journal = journal()) {
      freeze(journal);
      seals(journal, Optional.empty()).ended(NOON.minus(HOUR), NOON);
    }

    var key = VerifierKey.parse(Files.readString(folder.resolve(CheckpointKey.VERIFIER)).strip());
    var tiles = new TileFolder(folder.resolve(Seals.TILES));
    assertThat(tiles.checkpoint().orElseThrow().holds(key)).isTrue();
    assertThat(tiles.size()).isEqualTo(2);
  }

  @Test
  void anotherKeyTakesOverWithThePreviousOnesWordAndTheFirstStaysBeside() throws Exception {
    var next = pem("next.pem");
    try (var journal = journal()) {
      freeze(journal);
      seals(journal, Optional.empty()).ended(NOON.minus(HOUR), NOON);
      SigningKey before = new KeyFile(key, Optional.empty());
      key = next;
      assertThatThrownBy(
              () -> {
                var alone = seals(journal, Optional.empty());
                thaw(journal);
                alone.ended(NOON, NOON.plus(HOUR));
              })
          .isInstanceOf(Outage.class)
          .hasMessageContaining("the old key must sign the new first");
      seals(journal, Optional.of(before)).ended(NOON, NOON.plus(HOUR));
    }

    assertThat(JournalVerifier.verify(folder, beside())).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aTokenThatIsOutDelaysTheSignatureAndNothingElse() throws IOException {
    var token = SoftHsm.in(folder.resolve("token"));
    token.drawKey("checkpoint", "EC:edwards25519");
    token.pullOut();
    try (var journal = journal()) {
      var seals = Seals.with(inToken(token, Optional.empty()), folder, journal, NOON.minus(HOUR));
      freeze(journal);
      assertThatThrownBy(() -> seals.ended(NOON.minus(HOUR), NOON)).isInstanceOf(TokenOut.class);
      assertThat(seals.unsignedSince()).contains(NOON.minus(HOUR));

      token.putBack();
      seals.ended(NOON, NOON.plus(HOUR));
      assertThat(seals.unsignedSince()).isEmpty();

      token.pullOut();
      thaw(journal);
      assertThatThrownBy(() -> seals.ended(NOON, NOON.plus(HOUR))).isInstanceOf(TokenOut.class);
      assertThat(seals.unsignedSince()).contains(NOON.plus(HOUR));
    }

    assertThat(JournalVerifier.verify(folder, beside())).isInstanceOf(Verification.Intact.class);
  }

  @Test
  void aKeyInATokenTakesOverFromOneInAFile() throws IOException {
    var token = SoftHsm.in(folder.resolve("token"));
    token.drawKey("checkpoint", "EC:edwards25519");
    try (var journal = journal()) {
      freeze(journal);
      seals(journal, Optional.empty()).ended(NOON.minus(HOUR), NOON);
      var settings = inToken(token, Optional.of(new KeyFile(key, Optional.empty())));
      thaw(journal);
      Seals.with(settings, folder, journal, NOON).ended(NOON, NOON.plus(HOUR));
    }

    assertThat(JournalVerifier.verify(folder, beside())).isInstanceOf(Verification.Intact.class);
  }

  private Seals.Settings inToken(SoftHsm token, Optional<SigningKey> previous) throws IOException {
    var pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN);
    var place = new TokenPlace(token.tool(), token.module(), SoftHsm.TOKEN, "checkpoint", pin);
    var kept = new TokenKey(place);
    return new Seals.Settings(() -> CheckpointSigner.of(kept), previous, Optional.empty());
  }

  @Test
  void aFileThatIsNoKeyIsAnOutageThatSaysHowToMakeOne() throws IOException {
    Files.writeString(key, "no key");
    try (var journal = journal()) {
      assertThatThrownBy(() -> seals(journal, Optional.empty()))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("openssl genpkey -algorithm ed25519");
    }
  }

  private Seals seals(Journal journal, Optional<SigningKey> previous) {
    var settings =
        new Seals.Settings(new KeyFile(key, Optional.empty()), previous, Optional.empty());
    return Seals.with(settings, folder, journal, NOON);
  }

  private PublicKey beside() throws IOException {
    return CheckpointKey.of(Files.readString(folder.resolve(CheckpointKey.FILE)));
  }

  private static void freeze(Journal journal) {
    journal.send(
        new DeclareFreeze(Owner.OPERATOR, new ActorId("actor-17"), "storm", NOON.minus(HOUR)));
  }

  private static void thaw(Journal journal) {
    journal.send(new LiftFreeze(Owner.OPERATOR, new ActorId("actor-17"), NOON.minus(HOUR)));
  }

  private Journal journal() {
    return Slices.journal(
        EmbeddedCommitLog.open(folder, () -> NOON), () -> NOON, Memory.empty().handlers());
  }
}
