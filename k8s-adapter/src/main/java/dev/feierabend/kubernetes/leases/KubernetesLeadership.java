package dev.feierabend.kubernetes.leases;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.LeaseClock;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A Lease says who leads; its transitions are the term. A replica takes over once it has seen the
/// Lease unchanged, or none, for as long as one lasts: no two machines' clocks are compared, as the
/// client's own elector does, whose terms also know nothing of those that are recorded.
public final class KubernetesLeadership implements Leadership {
  /// Where the Lease is, and how long one leads without asking again, in whole seconds.
  public record Place(String namespace, String name, Duration lease) {
    /// @param text `namespace/name`
    /// @throws IllegalArgumentException where it is something else
    public static Place of(String text, Duration lease) {
      String[] parts = text.split("/", -1);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new IllegalArgumentException(
            "Expected a Lease as namespace/name but found %s".formatted(text));
      }
      return new Place(parts[0], parts[1], lease);
    }
  }

  /// A version of the Lease, or that there was none, and when that was first seen.
  private record Seen(Optional<String> version, Instant at) {}

  private final KubernetesClient client;
  private final Place place;
  private final String identity;
  private final LeaseClock clock;
  private final LongSupplier recorded;
  private Optional<Seen> seen = Optional.empty();

  /// @param identity this replica's own, different at each start
  /// @param recorded the highest term that is recorded, as far as this replica knows
  public KubernetesLeadership(
      KubernetesClient client,
      Place place,
      String identity,
      LeaseClock clock,
      LongSupplier recorded) {
    this.client = client;
    this.place = place;
    this.identity = identity;
    this.clock = clock;
    this.recorded = recorded;
  }

  @Override
  public Standing ask() {
    // Counted from before it is asked, this ends before others have seen it unchanged for so long.
    Instant asked = clock.holder();
    return reached(() -> {
      Holding now = now();
      boolean mine = now.isOf(identity) || now.wasGivenUp() || isOver(now);
      return mine ? taken(now, asked) : new Standing.Follows(now.holder(), now.term());
    });
  }

  private boolean isOver(Holding now) {
    Instant at = clock.waiter();
    Seen first =
        seen.filter(it -> it.version().equals(now.version()))
            .orElseGet(() -> new Seen(now.version(), at));
    seen = Optional.of(first);
    return !at.isBefore(first.at().plus(now.duration().orElse(place.lease())));
  }

  private Standing taken(Holding now, Instant asked) {
    long term = term(now);
    seen = Optional.empty();
    return written(now.by(identity, term, asked, place.lease()))
        ? new Standing.Leads(term, asked.plus(place.lease()))
        : new Standing.Follows("", now.term());
  }

  private long term(Holding now) {
    long floor = recorded.getAsLong();
    boolean goesOn = now.isOf(identity) && now.term() >= floor;
    return goesOn ? now.term() : Math.max(now.term(), floor) + 1;
  }

  @Override
  public void resign() {
    reached(() -> Optional.of(now()).filter(now -> now.isOf(identity)).map(Holding::released))
        .ifPresent(lease -> reached(() -> written(lease)));
  }

  private Holding now() {
    return Optional.ofNullable(
            client.leases().inNamespace(place.namespace()).withName(place.name()).get())
        .map(Holding::new)
        .orElseGet(() -> Holding.none(place.namespace(), place.name()));
  }

  /// False where somebody else was quicker.
  private boolean written(Lease lease) {
    var resource = client.resource(lease);
    try {
      if (new Holding(lease).version().isPresent()) {
        resource.update();
      } else {
        resource.create();
      }
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private <T> T reached(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (KubernetesClientException e) {
      throw new Outage(
          "The Lease %s/%s can't be read or written: %s"
              .formatted(place.namespace(), place.name(), e.getMessage()),
          e);
    }
  }
}
