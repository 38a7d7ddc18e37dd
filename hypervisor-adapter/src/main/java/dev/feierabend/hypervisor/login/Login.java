package dev.feierabend.hypervisor.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// A user and a password. The password shows up in no log.
public record Login(String user, String password) {
  public Login {
    if (user.isEmpty() || user.contains(":")) {
      throw new IllegalArgumentException("Expected a user's name without a colon (RFC 7617)");
    }
  }

  /// As HTTP carries both (RFC 7617).
  public String basic() {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return user + ":***";
  }
}
