package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.app.witness.Town;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.Examined.Sound;
import dev.feierabend.core.proving.evidence.Examined.Unsound;
import dev.feierabend.core.proving.evidence.Fault;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages of a journal whose key handed over to another, in the hands of somebody who lists the
/// files anew.
class RotatedPackageTest {
  private static final String EVENTS = "events/000000000001.jsonl";
  @TempDir static Path shared;
  private static Parcel whole;
  private static Parcel part;
  private static String rotation;

  @TempDir Path folder;

  @BeforeAll
  static void rotate() throws Exception {
    Path journal = shared.resolve("journal");
    var second = CheckpointSigner.ofPem(CheckpointSigner.drawnPem());
    try (var town = Town.in(journal)) {
      town.happens("storm");
      var next =
          new Checkpoints(town.journal().log(), town.journal(), second, Optional.of(Town.ORIGIN));
      next.rotate(Town.SIGNER, Town.NOW);
      next.sign(Town.NOW);
    }
    Files.writeString(journal.resolve("checkpoint.pub"), CheckpointKey.pem(Town.key().key()));
    whole = exported(journal);
    part = exported(journal, "--customer", "bergstadt");
    rotation =
        whole.members().keySet().stream()
            .filter(name -> name.startsWith("rotations/"))
            .findFirst()
            .orElseThrow();
  }

  private static Parcel exported(Path journal, Object... more) {
    Path file = shared.resolve("exported.zip");
    var words = new ArrayList<Object>(List.of("export", "--journal", journal));
    words.addAll(List.of("--out", file));
    words.addAll(List.of(more));
    var typed = Typed.of(words.toArray());
    assertThat(typed.exit()).as(typed.err()).isZero();
    return Parcel.of(file);
  }

  private Examined examined(Parcel forged) {
    return examined(forged, Optional.of(Town.key().key()));
  }

  private Examined examined(Parcel forged, Optional<PublicKey> key) {
    return PackageVerifier.verify(forged.listed().packed(folder.resolve("forged.zip")), key);
  }

  private static Examined unsound(Kind kind, String member) {
    return new Unsound(new Fault(kind, List.of(member)));
  }

  @Test
  void theFirstKeyVouchesForWhatTheSecondSigned() {
    assertThat(examined(whole)).isInstanceOf(Sound.class);
    assertThat(examined(part)).isInstanceOf(Sound.class);
  }

  @Test
  void anyFlippedByteOfAHandoverIsFoundAndTheMemberNamed() {
    for (var parcel : List.of(whole, part)) {
      for (int at = 0; at < parcel.members().get(rotation).length; at++) {
        var forged = parcel.flipped(rotation, at, 1);
        assertThat(examined(forged, Optional.empty()))
            .as("byte %d", at)
            .isEqualTo(unsound(Kind.KEY_CHANGE_UNSIGNED, rotation));
      }
    }
  }

  @Test
  void aHandoverThatIsTakenOutLeavesASignatureOfAnotherKey() {
    for (var parcel : List.of(whole, part)) {
      assertThat(examined(parcel.without(rotation)))
          .isEqualTo(unsound(Kind.CHECKPOINT_UNSIGNED, Town.key().id()));
    }
  }

  @Test
  void aHandoverUnderAnotherNumberOrTwiceIsFoundAndTheMemberNamed() {
    String other = "rotations/000000000999.note";
    byte[] note = whole.members().get(rotation);

    assertThat(examined(whole.without(rotation).with(other, note)))
        .isEqualTo(unsound(Kind.MEMBER_NOT_RECORDED, rotation));
    for (var parcel : List.of(whole, part)) {
      assertThat(examined(parcel.with(other, note)))
          .isEqualTo(unsound(Kind.KEY_CHANGE_UNSIGNED, other));
    }
  }

  @Test
  void aRecordedHandoverThatIsAnotherOrGoneIsFoundAndTheCommitNamed() {
    long number = Long.parseLong(rotation.replaceAll("\\D", ""));
    var changed = whole.edited(EVENTS, text -> text.replace("\"KeyRotated\"", "\"KeyRotates\""));
    assertThat(examined(changed))
        .isInstanceOfSatisfying(
            Examined.Broken.class, broken -> assertThat(broken.how().firstBad()).isEqualTo(number));
    var lines = new String(whole.members().get(EVENTS), UTF_8).lines().toList();
    var gone = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      gone.append(at / 2 == number - 1 ? "" : lines.get(at) + "\n");
    }
    assertThat(examined(whole.edited(EVENTS, _ -> gone.toString())))
        .isEqualTo(unsound(Kind.COMMIT_BEFORE_MISSING, Long.toString(number + 1)));
  }
}
