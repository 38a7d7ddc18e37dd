package dev.feierabend.testservers;

import java.util.Arrays;
import java.util.Optional;

/// The ends of the range of Kubernetes that is supported.
public enum KubernetesRelease {
  NEWEST(Server.CONTROL_PLANE),
  OLDEST(Server.OLDEST_CONTROL_PLANE);

  /// Set to `oldest` where whoever names no release shall have that one instead of the newest.
  static final String SWITCH = "FEIERABEND_CONTROL_PLANE";

  private final Server server;

  KubernetesRelease(Server server) {
    this.server = server;
  }

  public Server server() {
    return server;
  }

  /// What the environment names, else the newest.
  public static KubernetesRelease ofThisRun() {
    return Optional.ofNullable(System.getenv(SWITCH)).map(KubernetesRelease::named).orElse(NEWEST);
  }

  static KubernetesRelease named(String name) {
    return Arrays.stream(values())
        .filter(release -> release.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Expected newest or oldest in %s but found \"%s\"".formatted(SWITCH, name)));
  }
}
