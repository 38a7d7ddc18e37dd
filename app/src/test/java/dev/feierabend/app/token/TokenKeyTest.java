package dev.feierabend.app.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.NoteSigner;
import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a token that really signs, and with what may be wrong about one.
class TokenKeyTest {
  private static final byte[] MESSAGE = "a checkpoint\n".getBytes(UTF_8);
  private static final String LABEL = "checkpoint";

  @TempDir private Path folder;
  private SoftHsm token;
  private Path pin;

  @BeforeEach
  void aTokenWithAKey() throws IOException {
    token = SoftHsm.in(folder);
    token.drawKey(LABEL, "EC:edwards25519");
    pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
  }

  private TokenKey key(String label) {
    return new TokenKey(place(SoftHsm.TOKEN, label));
  }

  private TokenPlace place(String named, String label) {
    return new TokenPlace(token.tool(), token.module(), named, label, pin);
  }

  private static void isOut(TokenKey key, String because) {
    assertThatThrownBy(() -> key.sign(MESSAGE))
        .isInstanceOf(TokenOut.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining(SoftHsm.PIN);
  }

  @Test
  void itSignsNotesThatHoldUnderItsVerifierKey() {
    var signer = new NoteSigner(new KeyName("example.com/log"), key(LABEL));
    assertThat(signer.sign("example.com/log\n1\nroot\n").holds(signer.verifier())).isTrue();
  }

  @Test
  void opensslVerifiesWhatItSigned() throws Exception {
    var key = key(LABEL);
    var message = Files.write(folder.resolve("message"), MESSAGE);
    var signature = Files.write(folder.resolve("signature"), key.sign(MESSAGE));
    var pem = Files.writeString(folder.resolve("key.pem"), CheckpointKey.pem(key.publicKey()));

    var openssl =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-inkey",
                    pem.toString(),
                    "-rawin",
                    "-in",
                    message.toString(),
                    "-sigfile",
                    signature.toString()))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(openssl.getInputStream().readAllBytes(), UTF_8))
        .contains("Signature Verified Successfully");
  }

  @Test
  void aSignerAsksNothingOfItBeforeItHasToSign() {
    token.pullOut();
    assertThatCode(() -> CheckpointSigner.of(key(LABEL))).doesNotThrowAnyException();
  }

  @Test
  void aTokenThatIsPulledOutIsOutUntilItIsPutBack() {
    var key = key(LABEL);
    byte[] before = key.sign(MESSAGE);
    token.pullOut();
    isOut(key, "is it plugged in?");
    token.putBack();
    assertThat(key.sign(MESSAGE)).isEqualTo(before);
  }

  @Test
  void aWrongPinIsTriedOnceAndTheNextOneOnceItIsThere() throws IOException {
    var key = key(LABEL);
    Files.writeString(pin, "1234-wrong\n");
    isOut(key, "refuses the PIN in %s, and isn't asked with it again".formatted(pin));
    isOut(key, "refused the PIN in %s; correct the file".formatted(pin));
    Files.writeString(pin, SoftHsm.PIN);
    assertThatCode(() -> key.sign(MESSAGE)).doesNotThrowAnyException();
  }

  @Test
  void withoutAFileOfThePinItIsOut() throws IOException {
    Files.delete(pin);
    isOut(key(LABEL), "Expected the PIN of the token feierabend in the first line of " + pin);
  }

  @Test
  void aTokenThatNobodyKnowsIsOut() {
    isOut(new TokenKey(place("another", LABEL)), "Expected a token labelled another");
  }

  @Test
  void aKeyThatNobodyKnowsIsOutAndNoOtherSigns() {
    isOut(key("another"), "Expected a key labelled another in the token feierabend");
  }

  @Test
  void aKeyOfAnotherAlgorithmIsOut() {
    token.drawKey("nist", "EC:prime256v1");
    isOut(key("nist"), "it is another algorithm's");
  }

  @Test
  void aModuleThatIsNoneIsOut() {
    var none = folder.resolve("none.so");
    var place = new TokenPlace(token.tool(), none, SoftHsm.TOKEN, LABEL, pin);
    isOut(new TokenKey(place), "Expected a PKCS #11 module in %s".formatted(none));
  }

  @Test
  void whatIsLongerThanATokenSignsAtOnceIsRefused() {
    assertThatThrownBy(() -> key(LABEL).sign(new byte[1_025]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected at most 1,024 bytes to sign but found 1,025");
  }
}
