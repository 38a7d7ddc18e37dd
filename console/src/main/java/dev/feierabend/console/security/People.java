package dev.feierabend.console.security;

import dev.feierabend.policies.terms.TenantId;
import java.util.Comparator;
import java.util.List;

/// Everybody who may log in.
public record People(List<Caller> all) {
  public People {
    all = List.copyOf(all);
  }

  /// The people of one customer, by name: who approves there, and its staff.
  public List<Caller> of(TenantId tenant) {
    return all.stream()
        .filter(person -> person.role() == Role.CUSTOMER || person.role() == Role.STAFF)
        .filter(person -> person.sees(tenant))
        .sorted(Comparator.comparing(Caller::name))
        .toList();
  }
}
