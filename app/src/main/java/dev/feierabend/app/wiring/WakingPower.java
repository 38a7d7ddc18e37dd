package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Means;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The controllers of the hosts on a wake list, with nothing else of the service.
public final class WakingPower {
  private WakingPower() {}

  /// @param credentials the folder of logins, where it is another one than the list says
  public static RoutedPower of(WakeList list, Optional<Path> credentials, InstantSource clock) {
    Means means = list.means();
    var switched =
        new PowerWiring.Switched(
            list.controllers(),
            list.hosts().stream().collect(Collectors.toMap(Sleeper::id, Sleeper::control)));
    var gear =
        new Switchgear(
            redfish(means),
            new IpmiTool(
                Path.of(means.ipmitool()),
                means.ipmiCipher(),
                PowerSettings.ANSWER,
                means.ipmiAtOnce()),
            Deadlines.USUAL);
    var logins = new Credentials(credentials.or(() -> means.credentials().map(Path::of)));
    return new PowerWiring(switched, logins, gear, clock).with(Map.of());
  }

  private static RedfishClient redfish(Means means) {
    if (means.authorities().isEmpty()) {
      return RedfishClient.standard();
    }
    String pem =
        means.authorities().stream()
            .map("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"::formatted)
            .collect(Collectors.joining());
    try {
      return RedfishClient.trusting(
          Trust.in(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage("Expected certificates in the list's authorities, but one is none", e);
    }
  }
}
