package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of a token that shall sign.
class DoctorOfTokensTest {
  @TempDir private Path folder;
  private SoftHsm token;
  private Path pin;

  @BeforeEach
  void aTokenWithAKey() throws IOException {
    token = SoftHsm.in(folder.resolve("token"));
    token.drawKey("checkpoint", "EC:edwards25519");
    pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN);
  }

  private Typed doctor(String language) {
    return Typed.of(
        "doctor",
        "--journal",
        folder.resolve("journal"),
        "--lang",
        language,
        "--token",
        SoftHsm.TOKEN,
        "--token-module",
        token.module(),
        "--token-key",
        "checkpoint",
        "--token-pin-file",
        pin,
        "--token-tool",
        token.tool());
  }

  @Test
  void aTokenThatSignsIsGood() {
    assertThat(doctor("en").exit()).isZero();
    assertThat(doctor("en").out()).contains("token      feierabend signs with its key checkpoint");
    assertThat(doctor("de").out()).contains("feierabend signiert mit seinem Schlüssel checkpoint");
  }

  @Test
  void aTokenThatRefusesThePinIsBadAndThePinIsNotTold() throws IOException {
    Files.writeString(pin, "1234-wrong");
    assertThat(doctor("en").exit()).isEqualTo(Exit.NO);
    assertThat(doctor("en").out())
        .contains("BAD   token      The token feierabend refuses the PIN")
        .doesNotContain("1234-wrong");
  }

  @Test
  void whatIsWrongWithATokenStandsInTheHandbook() throws IOException {
    token.pullOut();
    Troubleshooting.tellsWhatToDo(doctor("en").out(), "is it plugged in?");
    token.putBack();
    Files.writeString(pin, "1234-wrong");
    Troubleshooting.tellsWhatToDo(doctor("en").out(), "refuses the PIN in");
    Files.delete(token.tool());
    Troubleshooting.tellsWhatToDo(doctor("en").out(), "Expected OpenSC's pkcs11-tool as");
  }

  @Test
  void aTokenWithoutItsModuleIsAskedForWhole() {
    assertThat(Typed.of("doctor", "--token", "hsm").err()).contains("--token-module");
  }
}
