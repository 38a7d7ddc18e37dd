package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the API server's release is one that all of this was tried on.
public final class ReleaseCheck {
  /// The minor version of the oldest release that is supported. The chart asks for it, and tests
  /// run on it.
  public static final int OLDEST = 30;

  /// Some distributions add something: `30+`.
  private static final Pattern NUMBER = Pattern.compile("(\\d+).*");

  private ReleaseCheck() {}

  static List<Trouble> of(VersionInfo server) {
    boolean old = number(server.getMajor()) == 1 && number(server.getMinor()) < OLDEST;
    return old
        ? List.of(Trouble.of(Kind.RELEASE, server.getGitVersion(), "1." + OLDEST))
        : List.of();
  }

  /// One that can't be read is not known to be old.
  private static int number(String version) {
    return Optional.of(NUMBER.matcher(version))
        .filter(it -> it.matches())
        .map(it -> Integer.parseInt(it.group(1)))
        .orElse(Integer.MAX_VALUE);
  }
}
