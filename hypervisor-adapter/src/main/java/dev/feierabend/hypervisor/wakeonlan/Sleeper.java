package dev.feierabend.hypervisor.wakeonlan;

import java.util.List;

/// A machine that a magic packet wakes, and who may send it, the first one that is awake.
public record Sleeper(MacAddress card, List<Sender> senders) {
  public Sleeper {
    senders = List.copyOf(senders);
    if (senders.isEmpty()) {
      throw new IllegalArgumentException("Expected somebody who sends in the segment of " + card);
    }
  }
}
