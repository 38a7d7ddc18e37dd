package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Punctuality;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How sure it is that hosts are back in time; see `core.acting.Punctuality`.
///
/// @param kept the share of all host-nights in which a host is back by the time reckoned with
/// @param guests how long what runs on hosts takes once they serve
/// @param hostsAtOnce how many hosts may boot at once of which neither rack nor feed nor boot
///   storage says it
public record ReadyBySettings(
    @DefaultValue("0.999") double kept,
    @DefaultValue("PT5M") Duration guests,
    @DefaultValue("10") int hostsAtOnce) {
  Punctuality settings(Fleet fleet) {
    try {
      return new Punctuality(kept, guests, Waves.of(fleet, hostsAtOnce));
    } catch (IllegalArgumentException e) {
      throw new Outage(String.valueOf(e.getMessage()), e);
    }
  }
}
