package dev.feierabend.app.office;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// Name and password of one of a service's users.
public record Login(String user, String password) {

  /// As HTTP's basic scheme (RFC 7617) writes them.
  String header() {
    return "Basic "
        + Base64.getEncoder().encodeToString("%s:%s".formatted(user, password).getBytes(UTF_8));
  }

  /// Without the password.
  @Override
  public String toString() {
    return user;
  }
}
