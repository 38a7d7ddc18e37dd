package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.witness.Objection;
import dev.feierabend.core.reporting.Sentences;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProvingSentencesTest {
  private final Sentences english = in(Locale.ENGLISH);
  private final Sentences german = in(Locale.GERMAN);

  private static Sentences in(Locale locale) {
    return new Sentences(locale, ZoneOffset.UTC, UnaryOperator.identity());
  }

  @Test
  void fixedHeadsAreCounted() {
    var heads = new HeadsFixed(new Head(1_200, "a"), List.of(new Head(3, "b"), new Head(7, "c")));
    assertThat(english.of(heads))
        .isEqualTo("The last commits of all 2 owners are fixed as of commit 1,200.");
    assertThat(german.of(heads))
        .isEqualTo("Die letzten Einträge aller 2 Beteiligten sind zum Eintrag 1.200 festgehalten.");
  }

  @Test
  void aHandoverNamesBothKeysByTheirIds() {
    var before = Notary.SIGNER.named(Notary.ORIGIN);
    var now = Notary.OTHER.verifier(Notary.ORIGIN);
    var rotation = Rotation.of(before, now, Notary.NOW);
    assertThat(english.of(rotation)).contains(before.verifier().id(), now.id());
    assertThat(german.of(rotation)).contains(before.verifier().id(), now.id());
  }

  @Test
  void theKeyOfACheckpointIsNamedWhateverItsForm() {
    var key = Notary.SIGNER.named(Notary.ORIGIN);
    var note = new Seal.Note(key.sign("a\nb\nc\n").toString());
    var head = new Head(9, "d");
    assertThat(english.of(new CheckpointSigned(head, note, Notary.NOW)))
        .isEqualTo("The history up to commit 9 is signed (key %s).".formatted(key.verifier().id()));
    var lines = new Seal.Lines("0123456789abcdef", "signature");
    assertThat(english.of(new CheckpointSigned(head, lines, Notary.NOW)))
        .contains("(key 01234567)");
  }

  @Test
  void othersWordNamesWhoAndOnWhat() {
    var at = Notary.NOW;
    var stamped = new ProvingEvent.TimestampObtained(1_200, "c", "t", "CN=tsa", at);
    assertThat(english.of(stamped))
        .startsWith("CN=tsa stamped the checkpoint of 1,200 commits at ");
    var cosigned = new ProvingEvent.CheckpointCosigned(1_200, "c", "example.org/w", "l", at);
    assertThat(german.of(cosigned))
        .startsWith("Der Zeuge example.org/w hat den Prüfpunkt über 1.200");
    for (Objection objection : Objection.values()) {
      var refused = new ProvingEvent.WitnessRefused(900, "c", "example.org/w", objection, 1_000);
      assertThat(english.of(refused)).contains("example.org/w", "900");
      assertThat(german.of(refused)).contains("Der Zeuge example.org/w", "900");
    }
  }
}
