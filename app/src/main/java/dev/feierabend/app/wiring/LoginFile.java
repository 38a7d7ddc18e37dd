package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A user's name in the first line of a file and the password in the second. It is read whenever it
/// is needed, for a mounted Secret changes under one's feet.
record LoginFile(Path file) implements LoginSource {
  @Override
  public Login login() {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new Outage("The credentials %s cannot be read".formatted(file), e);
    }
    if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isEmpty()) {
      throw new Outage("Expected a user and a password, a line each, in " + file);
    }
    return new Login(lines.get(0), lines.get(1));
  }
}
