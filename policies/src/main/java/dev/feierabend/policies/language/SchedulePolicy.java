package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/// When capacity may sleep: one tenant's, or that of each of several tenants who agree to the same
/// document, each for itself.
///
/// @param selects what it covers, among the tenants' own
/// @param zone where its local times count
/// @param readyBy how what it covers is back in time
/// @param floor what stays on for it whatever sleeps, where a window doesn't say otherwise
public record SchedulePolicy(
    String name,
    List<TenantId> tenants,
    Selector selects,
    ZoneId zone,
    Asleep asleep,
    Validity validity,
    ReadyBy readyBy,
    Floor floor,
    Clauses clauses,
    Document document) {
  public SchedulePolicy {
    tenants = List.copyOf(tenants);
    if (tenants.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one tenant but found none");
    }
  }

  /// How long before a window's end the wake begins.
  public Duration lead() {
    return readyBy.lead();
  }
}
