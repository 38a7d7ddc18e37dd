package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How power controllers are spoken to.
///
/// @param shutdown how long a host may take to shut down before it is asked once more
/// @param ca certificates, in PEM, that those of Redfish controllers must lead to, or that they
///   are; those that this machine trusts if none
/// @param ipmitool the program that speaks IPMI; the one on the path if it has no folder
/// @param ipmiCipher the cipher suite of all boards, 3 or 17; asked of each if none
/// @param ipmiAtOnce how many boards are spoken to at a time
public record PowerSettings(
    @DefaultValue("PT5M") Duration shutdown,
    @Nullable Path ca,
    @DefaultValue("ipmitool") Path ipmitool,
    @Nullable Integer ipmiCipher,
    @DefaultValue("4") int ipmiAtOnce) {
  private static final Duration ANSWER = Duration.ofSeconds(15);

  public PowerSettings {
    if (!shutdown.isPositive() || ipmiAtOnce < 1) {
      throw new IllegalArgumentException(
          "Expected a time to shut down and at least one board at once but found %s and %d"
              .formatted(shutdown, ipmiAtOnce));
    }
  }

  /// @throws Outage where what is named is not there, or none
  Switchgear switchgear() {
    return new Switchgear(
        Optional.ofNullable(ca).map(PowerSettings::trusting).orElseGet(RedfishClient::standard),
        new IpmiTool(ipmitool, cipher(), ANSWER, ipmiAtOnce),
        new Deadlines(Deadlines.USUAL.on(), shutdown));
  }

  private OptionalInt cipher() {
    return ipmiCipher == null ? OptionalInt.empty() : OptionalInt.of(ipmiCipher);
  }

  private static RedfishClient trusting(Path ca) {
    try (InputStream pem = Files.newInputStream(ca)) {
      return RedfishClient.trusting(Trust.in(pem));
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage(
          "Expected certificates in PEM in feierabend.power.ca but %s holds none that can be read"
              .formatted(ca),
          e);
    }
  }
}
