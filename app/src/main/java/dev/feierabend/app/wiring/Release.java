package dev.feierabend.app.wiring;

import java.util.Objects;

/// The version that the build wrote into the jar.
public final class Release {
  private Release() {}

  public static String version() {
    return Objects.requireNonNullElse(
        Release.class.getPackage().getImplementationVersion(), "development");
  }
}
