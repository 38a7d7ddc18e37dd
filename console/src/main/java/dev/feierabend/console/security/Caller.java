package dev.feierabend.console.security;

import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Set;

/// Who asks. `tenants` bounds a customer and its staff always, an auditor where any are named, the
/// platform team never. `actor` is what the journal calls this person.
public record Caller(String name, Role role, Set<TenantId> tenants, ActorId actor) {
  public Caller {
    tenants = Set.copyOf(tenants);
    if ((role == Role.CUSTOMER || role == Role.STAFF) && tenants.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected at least one tenant of the customer \"%s\" but found none".formatted(name));
    }
    if (role == Role.PLATFORM_TEAM && !tenants.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected no tenants of \"%s\", for the platform team sees all, but found %s"
              .formatted(name, tenants));
    }
  }

  public boolean sees(Owner owner) {
    return switch (owner) {
      case Owner.Operator() -> seesAll();
      case Owner.Customer(var tenant) -> sees(tenant);
    };
  }

  public boolean sees(TenantId tenant) {
    return seesAll() || tenants.contains(tenant);
  }

  /// Everybody's and the operator's.
  public boolean seesAll() {
    return role != Role.CUSTOMER && role != Role.STAFF && tenants.isEmpty();
  }

  /// This person as the domain knows it.
  public Clerk.Asker asker() {
    return new Clerk.Asker(actor, role == Role.PLATFORM_TEAM);
  }

  /// Without the name, which no log is to have.
  @Override
  public String toString() {
    return "%s (%s)".formatted(actor, role);
  }

  public boolean may(Right right) {
    return role.may(right);
  }
}
