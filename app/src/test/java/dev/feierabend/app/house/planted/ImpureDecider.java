package dev.feierabend.app.house.planted;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// Decides by what nobody handed it: at once, through a helper, a lambda and a port.
public final class ImpureDecider {
  private final Port port;

  public ImpureDecider(Port port) {
    this.port = port;
  }

  /// A port, implemented by what reads a clock.
  public interface Port {
    Instant asked();
  }

  /// Where the port leads.
  public record Adapter(InstantSource clock) implements Port {
    @Override
    public Instant asked() {
      return clock.instant();
    }
  }

  public Instant decide() {
    return helper();
  }

  public Instant evolve() {
    return port.asked();
  }

  public int plan() {
    return ((java.util.function.IntSupplier) () -> ThreadLocalRandom.current().nextInt())
        .getAsInt();
  }

  private static Instant helper() {
    return Instant.now();
  }
}
