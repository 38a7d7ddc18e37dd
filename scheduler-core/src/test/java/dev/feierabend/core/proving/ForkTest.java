package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.proving.evidence.EvidenceWriter;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.Growth;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import dev.feierabend.core.proving.evidence.Scope;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.policies.terms.PoolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two journals that grew from copies of one: each is whole, and neither continues the other.
class ForkTest {
  @TempDir Path folder;
  private Path one;
  private Path other;

  @BeforeEach
  void copy() throws IOException {
    one = folder.resolve("one");
    other = Files.createDirectory(folder.resolve("other"));
    try (var notary = Notary.in(one)) {
      notary.happen(5);
      notary.checkpoints().sign(Notary.NOW);
    }
    for (var name : List.of("journal.mv", "head.json")) {
      Files.copy(one.resolve(name), other.resolve(name));
    }
  }

  private static void grow(Path journal, int commits, boolean signed) {
    try (var notary = Notary.in(journal)) {
      for (int i = 0; i < commits; i++) {
        long next = notary.log().head().number() + 1;
        var pool = new PoolId("%s-%d".formatted(journal.getFileName(), next));
        notary.store(new PoolRegistered(Owner.OPERATOR, pool, 3), 0);
      }
      if (signed) {
        notary.checkpoints().sign(Notary.NOW);
      }
    }
    assertThat(JournalVerifier.verify(journal, Notary.SIGNER.publicKey()))
        .isInstanceOf(Verification.Intact.class);
  }

  private static boolean continues(Path older, Path newer) {
    var before = growth(older);
    long size = before.size();
    return growth(newer).continues(size, before.rootAt(size).orElse(MerkleHash.EMPTY));
  }

  private static Growth growth(Path path) {
    return PackageVerifier.fits(path)
        ? new Growth.OfPackage(path)
        : new Growth.OfJournal(() -> JournalFile.open(path));
  }

  private Path packed(Path journal) {
    var key = Optional.of(Notary.SIGNER.publicKey());
    var file = folder.resolve(journal.getFileName() + ".zip");
    try (var commits = JournalFile.open(journal)) {
      new EvidenceWriter(commits::commits, Scope.WHOLE, key).write(file);
    }
    assertThat(PackageVerifier.verify(file, key)).isInstanceOf(Examined.Sound.class);
    return file;
  }

  @Test
  void neitherContinuesTheOtherWhicheverIsLonger() {
    assertThat(continues(one, other)).isTrue();
    grow(one, 1, true);
    assertThat(continues(other, one)).isTrue();
    assertThat(continues(one, other)).isFalse();
    grow(other, 3, true);
    assertThat(continues(one, other)).isFalse();
    assertThat(continues(other, one)).isFalse();
  }

  @Test
  void aPackageTellsOnceTheForkIsSigned() {
    grow(one, 2, false);
    grow(other, 3, true);
    assertThat(continues(packed(one), other)).isTrue();
    assertThat(continues(packed(other), one)).isFalse();
    grow(one, 1, true);
    assertThat(continues(packed(one), other)).isFalse();
    assertThat(continues(packed(one), packed(other))).isFalse();
    assertThat(continues(packed(one), one)).isTrue();
  }

  @Test
  void aHandoverBehindTheNewestSignatureLeavesThePackageSound() {
    try (var notary = Notary.in(one)) {
      var next = notary.checkpoints(Notary.OTHER, notary.journal());
      assertThat(next.rotate(Notary.SIGNER, Notary.NOW)).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(packed(one)).exists();
  }
}
