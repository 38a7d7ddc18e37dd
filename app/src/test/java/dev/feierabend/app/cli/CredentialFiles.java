package dev.feierabend.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of logins that a fleet document names.
record CredentialFiles(Path folder) {
  static CredentialFiles in(Path folder) throws IOException {
    return new CredentialFiles(Files.createDirectories(folder));
  }

  void login(String name, String user, String password) throws IOException {
    Files.writeString(folder.resolve(name), user + "\n" + password + "\n");
  }
}
