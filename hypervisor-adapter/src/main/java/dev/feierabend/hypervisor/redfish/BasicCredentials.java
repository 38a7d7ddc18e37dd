package dev.feierabend.hypervisor.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// Who asks a controller. The password shows up in no log.
public record BasicCredentials(String user, String password) {
  public BasicCredentials {
    if (user.contains(":")) {
      throw new IllegalArgumentException("Expected a user name without a colon (RFC 7617)");
    }
  }

  String header() {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return user + ":***";
  }
}
