package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.util.Locale;
import java.util.Set;

/// Somebody outside who is told of some things.
///
/// @param name what it is called in the settings, and by which it is remembered how far it was told
/// @param tenants whose news it gets, and no others'; empty: everybody's, and the operator's
public record Recipient(String name, Set<Topic> topics, Set<TenantId> tenants, Locale locale) {
  public Recipient {
    topics = Set.copyOf(topics);
    tenants = Set.copyOf(tenants);
  }

  boolean wants(News news) {
    return topics.contains(news.topic()) && concerns(news.recorded().owner());
  }

  private boolean concerns(Owner owner) {
    return switch (owner) {
      case Owner.Operator _ -> tenants.isEmpty();
      case Owner.Customer(var tenant) -> tenants.isEmpty() || tenants.contains(tenant);
    };
  }
}
