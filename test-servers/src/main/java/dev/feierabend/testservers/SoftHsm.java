package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A token in software that PKCS #11 reaches as it would one of hardware, kept in a folder.
public final class SoftHsm {
  public static final String TOKEN = "feierabend";
  public static final String PIN = "4711-feierabend";

  private final BuiltServer built;
  private final Path folder;

  private SoftHsm(BuiltServer built, Path folder) {
    this.built = built;
    this.folder = folder;
  }

  /// An empty token; where there is no SoftHSM, the test is skipped.
  public static SoftHsm in(Path folder) {
    var token = new SoftHsm(RealServers.require(Server.SOFTHSM), folder);
    token.begin();
    return token;
  }

  private void begin() {
    try {
      Files.createDirectories(tokens());
      Files.writeString(settings(), "directories.tokendir = %s\n".formatted(tokens()));
      Files.writeString(
          tool(),
          "#!/bin/sh\nSOFTHSM2_CONF=%s exec %s \"$@\"\n"
              .formatted(settings(), built.program("pkcs11-tool")));
      Files.setPosixFilePermissions(tool(), PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(
        built.program("softhsm2-util"),
        List.of("--init-token", "--free", "--label", TOKEN, "--so-pin", "12345678", "--pin", PIN));
  }

  private Path settings() {
    return folder.resolve("softhsm2.conf");
  }

  private Path tokens() {
    return folder.resolve("tokens");
  }

  /// OpenSC's program, which finds this token and no other.
  public Path tool() {
    return folder.resolve("pkcs11-tool");
  }

  public Path module() {
    return Path.of(built.program("libsofthsm2.so"));
  }

  /// @param type as the program names it: `EC:edwards25519`, `EC:prime256v1`
  public void drawKey(String label, String type) {
    run(
        tool().toString(),
        List.of(
            "--module",
            module().toString(),
            "--token-label",
            TOKEN,
            "--login",
            "--pin",
            PIN,
            "--keypairgen",
            "--key-type",
            type,
            "--label",
            label));
  }

  /// Leaves a reader without a token.
  public void pullOut() {
    try {
      Files.move(tokens(), pulledOut());
      Files.createDirectory(tokens());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void putBack() {
    try {
      Files.delete(tokens());
      Files.move(pulledOut(), tokens());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pulledOut() {
    return folder.resolve("pulled-out");
  }

  private void run(String program, List<String> arguments) {
    var command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("SOFTHSM2_CONF", settings().toString());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%s failed: %s".formatted(program, said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Expected %s to run".formatted(program), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while %s ran".formatted(program), e);
    }
  }
}
