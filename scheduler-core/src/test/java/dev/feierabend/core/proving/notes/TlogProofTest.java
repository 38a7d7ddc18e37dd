package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.proving.tree.InclusionProof;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
  private static final KeyName ORIGIN = new KeyName("example.com/log");
  private static final byte[] FIRST = "first".getBytes(UTF_8);
  private static final byte[] SECOND = "second".getBytes(UTF_8);

  private NoteSigner signer;
  private TlogProof proof;

  @BeforeEach
  void prove() throws NoSuchAlgorithmException {
    signer = new NoteSigner(ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    var left = MerkleHash.leaf(FIRST);
    var root = MerkleHash.node(left, MerkleHash.leaf(SECOND));
    proof = proof(ORIGIN, root, left);
  }

  private TlogProof proof(KeyName origin, MerkleHash root, MerkleHash sibling) {
    var note = signer.sign(TreeHead.of(origin, 2, root).toString());
    return new TlogProof(new InclusionProof(1, 2, List.of(sibling)), note);
  }

  @Test
  void aProofIsReadAsItWasWrittenAndHoldsForItsEntryAlone() {
    var read = TlogProof.parse(proof.toString());
    assertThat(read).isEqualTo(proof);
    assertThat(read.holds(SECOND, signer.verifier())).isTrue();
    assertThat(read.holds(FIRST, signer.verifier())).isFalse();
    assertThat(proof.toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");
  }

  @Test
  void extraDataIsPassedOver() {
    var text = proof.toString().replace("index", "extra Zm9v\nindex");
    assertThat(TlogProof.parse(text)).isEqualTo(proof);
  }

  @Test
  void aCheckpointOfAnotherOriginProvesNothing() {
    var root = MerkleHash.node(MerkleHash.leaf(FIRST), MerkleHash.leaf(SECOND));
    var other = proof(new KeyName("example.com/other"), root, MerkleHash.leaf(FIRST));
    assertThat(other.holds(SECOND, signer.verifier())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tlog-proof@v1=tlog-proof@v2",
        "index 1=index 01",
        "index 1=index 2",
        "index=Index",
        "example.com/log\n2=example.com/log\n02",
        "example.com/log\n2=example.com/log\n\n2"
      })
  void whatIsNoProofIsRefused(String change) {
    String[] parts = change.split("=");
    var text = proof.toString().replace(parts[0], parts[1]);
    assertThat(text).isNotEqualTo(proof.toString());
    assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse(text));
  }
}
