package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of keys in the journal's folder.
class DoctorOfKeysTest {
  @TempDir private Path journal;

  private String doctor(String language) {
    return Typed.of("doctor", "--journal", journal, "--lang", language).out();
  }

  @Test
  void aSecretKeyBesideTheJournalIsAWarning() throws IOException {
    var key = Files.writeString(journal.resolve("checkpoint.pem"), CheckpointSigner.drawnPem());
    assertThat(doctor("en"))
        .contains("warn  key        %s holds a secret key beside the journal".formatted(key));
    assertThat(doctor("de")).contains("enthält einen geheimen Schlüssel neben dem Journal");
    assertThat(Typed.of("doctor", "--journal", journal).exit()).isZero();
  }

  @Test
  void soIsAKeyStore() throws IOException {
    Files.write(journal.resolve("checkpoint.p12"), new byte[] {0x30});
    assertThat(doctor("en")).contains("checkpoint.p12 holds a secret key");
  }

  @Test
  void thePublicKeyIsNone() throws IOException {
    var signer = CheckpointSigner.ofSeed(new byte[32]);
    Files.writeString(journal.resolve(CheckpointKey.FILE), CheckpointKey.pem(signer.publicKey()));
    assertThat(doctor("en")).doesNotContain("secret key");
  }
}
