package dev.feierabend.kubernetes.leases;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/// What a Lease says. A field that somebody took away says nothing.
record Holding(Lease lease) {
  /// Of a Lease that isn't there.
  static Holding none(String namespace, String name) {
    return new Holding(
        new LeaseBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .build());
  }

  /// Which version of it this is; empty of one that isn't there.
  Optional<String> version() {
    return Optional.ofNullable(lease.getMetadata()).map(ObjectMeta::getResourceVersion);
  }

  /// Empty where the last one resigned.
  String holder() {
    return said(LeaseSpec::getHolderIdentity).orElse("");
  }

  boolean isOf(String identity) {
    return holder().equals(identity);
  }

  boolean wasGivenUp() {
    return version().isPresent() && holder().isEmpty();
  }

  long term() {
    return said(LeaseSpec::getLeaseTransitions).orElse(0);
  }

  Optional<Duration> duration() {
    return said(LeaseSpec::getLeaseDurationSeconds).map(Duration::ofSeconds);
  }

  /// The same, held by `identity` from `at` on.
  Lease by(String identity, long term, Instant at, Duration duration) {
    ZonedDateTime now = at.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
    ZonedDateTime since =
        said(LeaseSpec::getAcquireTime).filter(_ -> isOf(identity) && term == term()).orElse(now);
    return new LeaseBuilder(lease)
        .editOrNewSpec()
        .withHolderIdentity(identity)
        .withLeaseDurationSeconds(Math.toIntExact(duration.toSeconds()))
        .withAcquireTime(since)
        .withRenewTime(now)
        .withLeaseTransitions(Math.toIntExact(term))
        .endSpec()
        .build();
  }

  /// The same, given up.
  Lease released() {
    return new LeaseBuilder(lease).editOrNewSpec().withHolderIdentity("").endSpec().build();
  }

  private <T> Optional<T> said(Function<LeaseSpec, T> field) {
    return Optional.ofNullable(lease.getSpec()).map(field);
  }
}
