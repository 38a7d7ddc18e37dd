package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.ZoneId;

/// When a tenant's capacity may sleep.
///
/// @param selects what it covers, among the tenant's own
/// @param zone where its local times count
/// @param lead how long before a window's end the wake begins; it is ready at the window's end
/// @param floorHosts hosts that stay on for it whatever sleeps
public record SchedulePolicy(
    String name,
    TenantId tenant,
    Selector selects,
    ZoneId zone,
    Asleep asleep,
    Validity validity,
    Duration lead,
    int floorHosts,
    Document document) {
  public SchedulePolicy {
    if (lead.isNegative() || floorHosts < 0) {
      throw new IllegalArgumentException(
          "Expected lead and floor of at least 0 but found %s and %d".formatted(lead, floorHosts));
    }
  }
}
