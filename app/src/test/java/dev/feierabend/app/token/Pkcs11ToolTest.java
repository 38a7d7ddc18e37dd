package dev.feierabend.app.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that doesn't behave, or isn't there.
class Pkcs11ToolTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private TokenPlace place(Path tool) {
    return new TokenPlace(tool, Path.of("m.so"), "hsm", "key", folder.resolve("pin"));
  }

  private TokenPlace script(String text) throws IOException {
    var tool = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    return place(tool);
  }

  private static TokenAnswer ask(TokenPlace place, Duration deadline) {
    return new Pkcs11Tool(place, deadline).ask("4711", new byte[10], List.of("--sign"));
  }

  @Test
  void oneThatHangsIsEndedAtItsDeadline() throws IOException {
    var hanging = script("exec sleep 600\n");
    assertThatThrownBy(() -> ask(hanging, Duration.ofMillis(200)))
        .isInstanceOf(TokenOut.class)
        .hasMessage("The token hsm didn't answer within 0 s");
  }

  @Test
  void thePinStandsInItsEnvironmentAndNotOnItsCommandLine() throws IOException {
    var place = script("echo \"$FEIERABEND_TOKEN_PIN\"; echo \"$@\"\n");
    byte[] answer = ask(place, LONG).orOut(place);
    assertThat(new String(answer, UTF_8))
        .startsWith("4711\n")
        .contains("--pin env:FEIERABEND_TOKEN_PIN")
        .doesNotContain("--pin 4711");
  }

  @Test
  void oneThatFailsIsToldInItsLastWords() throws IOException {
    var place =
        script(
            "echo 'Using slot 0' >&2; echo 'error: CKR_DEVICE_ERROR' >&2; echo Aborting. >&2; exit 1\n");
    assertThatThrownBy(() -> ask(place, LONG).orOut(place))
        .isInstanceOf(TokenOut.class)
        .hasMessage("The token hsm didn't do what it was asked: error: CKR_DEVICE_ERROR");
  }

  @Test
  void oneThatRepeatsThePinDoesNotTellIt() throws IOException {
    var place = script("echo \"error: not by $FEIERABEND_TOKEN_PIN\" >&2; exit 1\n");
    assertThatThrownBy(() -> ask(place, LONG).orOut(place))
        .isInstanceOf(TokenOut.class)
        .hasMessage("The token hsm didn't do what it was asked: error: not by ***");
  }

  @Test
  void aLockedTokenIsTold() throws IOException {
    var place = script("echo 'rv = CKR_PIN_LOCKED (0xa4)' >&2; exit 1\n");
    assertThatThrownBy(() -> ask(place, LONG).orOut(place))
        .hasMessageStartingWith("The token hsm is locked after too many wrong PINs");
  }

  @Test
  void withoutTheProgramTheTokenIsOut() {
    assertThatThrownBy(() -> ask(place(folder.resolve("none")), LONG))
        .isInstanceOf(TokenOut.class)
        .hasMessageStartingWith("Expected OpenSC's pkcs11-tool as " + folder.resolve("none"));
  }
}
