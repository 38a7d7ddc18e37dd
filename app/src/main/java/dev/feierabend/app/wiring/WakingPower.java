package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.fleet.Controller;
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
import javax.net.ssl.SSLContext;

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
            trust(means).map(RedfishClient::trusting).orElseGet(RedfishClient::standard),
            new IpmiTool(
                Path.of(means.ipmitool()),
                means.ipmiCipher(),
                PowerSettings.ANSWER,
                means.ipmiAtOnce()),
            Deadlines.USUAL);
    var logins = new Credentials(credentials.or(() -> means.credentials().map(Path::of)));
    return new PowerWiring(switched, logins, gear, clock)
        .with(
            Map.of(
                Controller.VSPHERE, vsphere(list, new Hypervisors(logins, trust(means), clock))));
  }

  /// Each host by the vCenter that it names: there may be several.
  private static RoutedPower vsphere(WakeList list, Hypervisors hypervisors) {
    Map<String, PowerController> vcenters =
        list.controllers().stream()
            .filter(it -> it.kind().equals(Controller.VSPHERE))
            .collect(Collectors.toMap(Controller::name, hypervisors::switching));
    return new RoutedPower(
        list.hosts().stream()
            .filter(host -> vcenters.containsKey(host.control().controller()))
            .collect(
                Collectors.toMap(Sleeper::id, host -> vcenters.get(host.control().controller()))));
  }

  private static Optional<SSLContext> trust(Means means) {
    if (means.authorities().isEmpty()) {
      return Optional.empty();
    }
    String pem =
        means.authorities().stream()
            .map("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"::formatted)
            .collect(Collectors.joining());
    try {
      return Optional.of(Trust.in(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage("Expected certificates in the list's authorities, but one is none", e);
    }
  }
}
