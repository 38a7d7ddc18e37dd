package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointSignerTest {
  private static final String PASSWORD = "correct-horse";

  @Test
  void theKeyOfASeedIsTheOneOfTheStandard() {
    // RFC 8032, 7.1, test 1
    var seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(HexFormat.of().formatHex(CheckpointSigner.ofSeed(seed).publicKey().getEncoded()))
        .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThatThrownBy(() -> CheckpointSigner.ofSeed(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyFileHoldsTheSameKeyAsItsSeed() {
    var seed = "thirty-two-bytes-of-great-secret".getBytes(UTF_8);
    var prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
    var file = ByteBuffer.allocate(48).put(prefix).put(seed).array();
    assertThat(CheckpointSigner.ofPem(pem(file)).publicKey())
        .isEqualTo(CheckpointSigner.ofSeed(seed).publicKey());
    assertThatThrownBy(() -> CheckpointSigner.ofPem(pem(seed)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CheckpointSigner.ofPem("no key at all"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyStoreAsKeytoolMakesItSignsUnderItsCertificatesKey(@TempDir Path folder)
      throws Exception {
    var store = keytool(folder, "Ed25519");
    var signer = CheckpointSigner.ofPkcs12(store, PASSWORD.toCharArray());
    var note = signer.named(Notary.ORIGIN).sign("text\n");
    assertThat(note.holds(signer.verifier(Notary.ORIGIN))).isTrue();
    assertThatThrownBy(() -> CheckpointSigner.ofPkcs12(store, "another".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class);
    var other = keytool(folder, "EC");
    assertThatThrownBy(() -> CheckpointSigner.ofPkcs12(other, PASSWORD.toCharArray()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] keytool(Path folder, String algorithm) throws Exception {
    var store = folder.resolve(algorithm + ".p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                "key",
                "-dname",
                "CN=log",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return Files.readAllBytes(store);
  }

  private static String pem(byte[] der) {
    String base64 = Base64.getEncoder().encodeToString(der);
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64);
  }
}
