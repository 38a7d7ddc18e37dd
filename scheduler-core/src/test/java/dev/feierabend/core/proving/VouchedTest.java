package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.witness.Objection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VouchedTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Cosigner FAITHFUL =
      Notary.signer("faithful-").cosigner(new KeyName("example.org/faithful"));
  private static final Cosigner OUT =
      Notary.signer("out-").cosigner(new KeyName("example.org/out"));

  @TempDir Path directory;
  private Notary notary;
  private Seal.Note newest;

  @BeforeEach
  void open() {
    notary = Notary.in(directory);
  }

  @AfterEach
  void close() {
    notary.close();
  }

  private void sign(Instant at) {
    notary.happen(1);
    var checkpoints = notary.checkpoints();
    checkpoints.sign(at);
    newest = new Seal.Note(checkpoints.last().orElseThrow().toString());
  }

  private long size() {
    return Checkpoint.tree(newest).size();
  }

  private void cosigns(Cosigner who, Instant at) {
    String text = newest.text().substring(0, newest.text().indexOf("\n\n") + 1);
    var word = who.cosign(text, at);
    notary
        .journal()
        .send(
            new RecordWord(
                new CheckpointCosigned(
                    size(),
                    newest.digestInHex(),
                    who.name().value(),
                    word.line().toString(),
                    word.at())));
  }

  private void refuses(Cosigner who) {
    notary
        .journal()
        .send(
            new RecordWord(
                new WitnessRefused(
                    size(), newest.digestInHex(), who.name().value(), Objection.UNPROVEN, 3)));
  }

  private Vouched vouched() {
    try (var commits = notary.log().from(1)) {
      return Vouched.in(commits);
    }
  }

  @Test
  void whoSaidNothingForMoreThanADayOfCheckpointsIsSilentUntilTheNextWord() {
    sign(Notary.NOW);
    cosigns(FAITHFUL, Notary.NOW);
    cosigns(OUT, Notary.NOW);
    sign(Notary.NOW.plus(DAY));
    assertThat(vouched().silent()).isEmpty();
    cosigns(FAITHFUL, Notary.NOW.plus(DAY));
    sign(Notary.NOW.plus(DAY).plusSeconds(1));
    assertThat(vouched().silent()).containsExactly("example.org/out");
    refuses(OUT);
    assertThat(vouched().silent()).isEmpty();
  }

  @Test
  void whoRefusedObjectsUntilTheNextCosignature() {
    sign(Notary.NOW);
    refuses(OUT);
    assertThat(vouched().objecting()).containsExactly("example.org/out");
    cosigns(OUT, Notary.NOW);
    assertThat(vouched().objecting()).isEmpty();
  }

  @Test
  void whereNothingIsSignedNobodyIsSilent() {
    assertThat(vouched().silent()).isEmpty();
    assertThat(vouched().objecting()).isEmpty();
  }
}
