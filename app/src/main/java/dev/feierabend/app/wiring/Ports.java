package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.planning.FleetPort;

/// The world that the service looks at and acts on.
///
/// @param foresight what of it would go wrong in the night
/// @param closing gives back connections at the end
public record Ports(
    FleetPort fleet, Effects effects, LoadSource load, Foresight foresight, Runnable closing)
    implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
