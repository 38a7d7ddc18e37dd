package dev.feierabend.core.waking;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;

/// What is known of a host's boots.
///
/// @param model what it is known to be by the fleet's document; alike hosts are of one model
/// @param seconds from switched on to in service, of its last boots
public record Boots(MachineId host, Electricity model, List<Integer> seconds) {
  public Boots {
    seconds = List.copyOf(seconds);
  }
}
