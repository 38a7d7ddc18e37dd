package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.CommitHeader;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Optional;

/// Which commits a package holds: one customer's, those of [`from`, `to`), or all.
public record Scope(Optional<TenantId> customer, Optional<Instant> from, Optional<Instant> to) {
  public static final Scope WHOLE = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

  public Scope {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "Expected a period that ends after its beginning but found %s to %s"
              .formatted(from.get(), to.get()));
    }
  }

  public static Scope of(TenantId customer) {
    return new Scope(Optional.of(customer), Optional.empty(), Optional.empty());
  }

  /// For a form: whose and of when.
  @Override
  public String toString() {
    String whose = customer.map(TenantId::value).orElse("alle / all");
    return endless()
        ? whose
        : "%s, %s – %s"
            .formatted(
                whose,
                from.map(Instant::toString).orElse(""),
                to.map(Instant::toString).orElse(""));
  }

  public boolean whole() {
    return equals(WHOLE);
  }

  /// Whether it begins with the first commit and ends with the last.
  boolean endless() {
    return from.isEmpty() && to.isEmpty();
  }

  public boolean holds(CommitHeader header) {
    return customer.map(Owner::of).map(header.owner()::equals).orElse(true)
        && from.map(begin -> !header.time().isBefore(begin)).orElse(true)
        && to.map(header.time()::isBefore).orElse(true);
  }
}
