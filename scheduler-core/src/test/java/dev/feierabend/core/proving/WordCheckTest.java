package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.stamps.OpensslAuthority;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampQuery;
import dev.feierabend.core.proving.witness.Objection;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCheckTest {
  private static final Cosigner WITNESS =
      Notary.signer("witness-").cosigner(new KeyName("example.org/w"));
  private static final Cosigner IMPOSTOR = Notary.OTHER.cosigner(WITNESS.name());

  @TempDir Path directory;
  @TempDir Path folder;
  private Notary notary;
  private SignedNote checkpoint;

  @BeforeEach
  void signed() {
    notary = Notary.in(directory);
    notary.happen(4);
    var checkpoints = notary.checkpoints();
    checkpoints.sign(Notary.NOW);
    checkpoint = checkpoints.last().orElseThrow();
  }

  @AfterEach
  void close() {
    notary.close();
  }

  private Seal.Note seal() {
    return new Seal.Note(checkpoint.toString());
  }

  private long size() {
    return TreeHead.parse(checkpoint.text()).size();
  }

  private CheckpointCosigned cosignedBy(Cosigner cosigner) {
    var cosignature = cosigner.cosign(checkpoint.text(), Notary.NOW);
    return new CheckpointCosigned(
        size(),
        seal().digestInHex(),
        cosigner.name().value(),
        cosignature.line().toString(),
        cosignature.at());
  }

  private Decision record(OfCheckpoint word) {
    return notary.journal().send(new RecordWord(word));
  }

  private boolean holds(WordCheck check) {
    try (var commits = notary.log().from(1)) {
      return commits.toList().stream().allMatch(check::holds);
    }
  }

  private static WordCheck byWitness() {
    return new WordCheck(List.of(WITNESS.verifier()), Optional.empty());
  }

  @Test
  void aCosignatureHoldsUnderTheWitnessesKeyAndTheHistoryStaysIntact() {
    assertThat(record(cosignedBy(WITNESS))).isInstanceOf(Decision.Accepted.class);
    assertThat(record(cosignedBy(WITNESS))).isEqualTo(Decision.nothing());
    var check = byWitness();
    assertThat(holds(check)).isTrue();
    assertThat(check.vouched()).isEqualTo(Map.of("example.org/w", 5L));
    notary.close();
    assertThat(JournalVerifier.verify(directory, Notary.SIGNER.publicKey()))
        .isInstanceOf(Verification.Intact.class);
  }

  @Test
  void anImpostorsCosignatureIsFoundAndAStrangersIsNothingToUs() {
    record(cosignedBy(Notary.OTHER.cosigner(new KeyName("example.org/stranger"))));
    assertThat(holds(byWitness())).isTrue();
    assertThat(byWitness().vouched()).isEmpty();
    record(cosignedBy(IMPOSTOR));
    assertThat(holds(byWitness())).isFalse();
  }

  @Test
  void aTimeStampHoldsUnderItsAuthorityAndNotUnderAnotherTime() throws IOException {
    var openssl = OpensslAuthority.in(folder);
    var query = TimestampQuery.of(seal().digest(), BigInteger.TWO, Optional.empty());
    var stamp = (Stamping.Stamped) query.read(openssl.reply(query.der()), openssl.trust());
    record(stamped(stamp.token(), stamp, 0));
    var check = new WordCheck(List.of(), Optional.of(openssl.trust()));
    assertThat(holds(check)).isTrue();
    assertThat(check.vouched()).isEqualTo(Map.of(WordCheck.STAMPED, 5L));

    notary.happen(1);
    var checkpoints = notary.checkpoints();
    checkpoints.sign(Notary.NOW);
    checkpoint = checkpoints.last().orElseThrow();
    record(stamped(stamp.token(), stamp, 1));
    assertThat(holds(new WordCheck(List.of(), Optional.of(openssl.trust())))).isFalse();
  }

  private TimestampObtained stamped(String token, Stamping.Stamped stamp, long later) {
    return new TimestampObtained(
        size(), seal().digestInHex(), token, stamp.authority(), stamp.at().plusSeconds(later));
  }

  @Test
  void onlyTheNewestCheckpointIsVouchedForAndByWhoeverSigned() {
    var word = cosignedBy(WITNESS);
    notary.happen(1);
    notary.checkpoints().sign(Notary.NOW);
    assertThat(code(record(word))).isEqualTo("CHECKPOINT_NOT_THE_NEWEST");
    var refusal = new WitnessRefused(5, word.checkpoint(), "example.org/w", Objection.AHEAD, 9);
    assertThat(code(record(refusal))).isEqualTo("CHECKPOINT_NOT_THE_NEWEST");
  }

  @Test
  void aCosignatureUnderAnothersNameIsRefused() {
    var mine = cosignedBy(WITNESS);
    var other =
        new CheckpointCosigned(
            mine.size(), mine.checkpoint(), "example.org/v", mine.cosignature(), mine.at());
    assertThat(code(record(other))).isEqualTo("COSIGNATURE_OF_ANOTHER");
  }

  private static String code(Decision decision) {
    return ((Decision.Rejected) decision).refusal().code();
  }

  @Test
  void aWitnessMayRefuseAndCosignLaterAndNeitherIsAReasonToSignAgain() {
    record(
        new WitnessRefused(size(), seal().digestInHex(), "example.org/w", Objection.UNTRUSTED, 0));
    record(cosignedBy(WITNESS));
    assertThat(notary.checkpoints().sign(Notary.NOW)).isEqualTo(Decision.nothing());
    notary.happen(1);
    assertThat(notary.checkpoints().sign(Notary.NOW)).isNotEqualTo(Decision.nothing());
  }
}
