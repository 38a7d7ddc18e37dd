package dev.feierabend.app.cli;

import dev.feierabend.app.token.TokenKey;
import dev.feierabend.app.token.TokenPlace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The key in a token that signs checkpoints. No PIN stands on the command line.
final class OfToken {
  @Option(
      names = "--token",
      required = true,
      paramLabel = "LABEL",
      description = "Lets this token sign.")
  String token = "";

  @Option(
      names = "--token-module",
      required = true,
      paramLabel = "FILE",
      description = "The PKCS #11 module that reaches it.")
  Path module = Path.of("");

  @Option(
      names = "--token-key",
      required = true,
      paramLabel = "LABEL",
      description = "The key's label in it.")
  String label = "";

  @Option(
      names = "--token-pin-file",
      required = true,
      paramLabel = "FILE",
      description = "Whose first line is the PIN.")
  Path pinFile = Path.of("");

  @Option(
      names = "--token-tool",
      paramLabel = "FILE",
      description = "OpenSC's program (default: ${DEFAULT-VALUE}).")
  Path tool = Path.of("pkcs11-tool");

  TokenKey key() {
    return new TokenKey(new TokenPlace(tool, module, token, label, pinFile));
  }
}
