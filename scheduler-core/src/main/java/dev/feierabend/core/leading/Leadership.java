package dev.feierabend.core.leading;

import java.time.Instant;

/// Lets one of several replicas lead. It leads for a while, and asks again before that ends; who
/// can't ask doesn't lead any more.
public interface Leadership {
  /// How one stands.
  sealed interface Standing {
    /// @param term grows whenever another begins to lead, and lies above every term that is
    ///   recorded: of two intents the one with the lower term is the deposed leader's
    /// @param until when this ends by one's own clock
    record Leads(long term, Instant until) implements Standing {}

    /// @param leader who leads, by its name
    record Follows(String leader, long term) implements Standing {}
  }

  /// Leads from now on, or goes on leading, where nobody else does.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it can't be known: then one doesn't lead
  Standing ask();

  /// Lets the next one lead at once.
  void resign();
}
