package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.hypervisor.login.LoginSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a machine's board listens, and who we are there.
///
/// @param host a name or an address, IPv6 without brackets
public record IpmiBoard(String host, int port, LoginSource credentials) {
  /// What IANA gave to RMCP.
  private static final int PORT = 623;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:(?<name>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)|\\[(?<v6>[0-9A-Fa-f:.]+)])"
              + "(?::(?<port>[0-9]{1,5}))?");

  public IpmiBoard {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("Expected a port but found " + port);
    }
  }

  /// @param address `bmc-7.example`, `10.0.0.7:6230`, `[fd00::7]`
  public static IpmiBoard at(String address, LoginSource credentials) {
    Matcher written = WRITTEN.matcher(address);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "Expected a board's address, for example bmc-7.example:623, but found \"%s\""
              .formatted(address));
    }
    String host = written.group("name") == null ? written.group("v6") : written.group("name");
    String port = written.group("port");
    return new IpmiBoard(host, port == null ? PORT : Integer.parseInt(port), credentials);
  }

  /// For people.
  String where() {
    return (host.contains(":") ? "[%s]:%d" : "%s:%d").formatted(host, port);
  }
}
