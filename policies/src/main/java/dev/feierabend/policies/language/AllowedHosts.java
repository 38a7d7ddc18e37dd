package dev.feierabend.policies.language;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The hosts that readiness tests may reach, as the operator allows: customers name addresses, but
/// it is the operator's network that is asked from.
///
/// @param names hosts (`permits.example.de`, `192.0.2.7`, `[2001:db8::7]`), or `*.example.de` for
///   all whose name ends so
public record AllowedHosts(List<String> names) {
  /// The setting, as sentences name it.
  public static final String SETTING = "feierabend.readiness.allowed";

  public static final AllowedHosts NONE = new AllowedHosts(List.of());

  private static final Pattern NAME =
      Pattern.compile(
          "(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
              + "|\\[[0-9a-f:.]+]");

  /// @throws IllegalArgumentException where one is no name of a host
  public AllowedHosts {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "Expected hosts at %s, for example permits.example.de or \"*.example.de\", but found \"%s\""
                .formatted(SETTING, name));
      }
    }
  }

  /// @param target of a readiness test
  public boolean allow(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    return names.stream()
        .anyMatch(name -> name.startsWith("*.") ? under(name, host) : host.equals(name));
  }

  /// Something must stand before the dot.
  private static boolean under(String name, String host) {
    String suffix = name.substring(1);
    return host.length() > suffix.length() && host.endsWith(suffix);
  }
}
