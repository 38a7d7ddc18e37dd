package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.fleet.WakeList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How power controllers are spoken to.
///
/// @param shutdown how long a host may take to shut down before it is asked once more, and a guest
///   before that counts as refused
/// @param ca certificates, in PEM, that those of Redfish controllers and hypervisors must lead to,
///   or that they are; those that this machine trusts if none
/// @param ipmitool the program that speaks IPMI; the one on the path if it has no folder
/// @param ipmiCipher the cipher suite of all boards, 3 or 17; asked of each if none
/// @param ipmiAtOnce how many boards are spoken to at a time
public record PowerSettings(
    @DefaultValue("PT5M") Duration shutdown,
    @Nullable Path ca,
    @DefaultValue("ipmitool") Path ipmitool,
    @Nullable Integer ipmiCipher,
    @DefaultValue("4") int ipmiAtOnce) {
  static final Duration ANSWER = Duration.ofSeconds(15);

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
        trust().map(RedfishClient::trusting).orElseGet(RedfishClient::standard),
        new IpmiTool(ipmitool, cipher(), ANSWER, ipmiAtOnce),
        new Deadlines(Deadlines.USUAL.on(), shutdown));
  }

  /// The same for whoever isn't the service; certificates stand in it themselves, for they are no
  /// secret, and the file may be gone.
  ///
  /// @throws Outage where what is named is not there, or none
  WakeList.Means means(Optional<Path> credentials) {
    return new WakeList.Means(
        credentials.map(folder -> folder.toAbsolutePath().toString()),
        Optional.ofNullable(ca).map(PowerSettings::authorities).orElseGet(List::of),
        (ipmitool.getParent() == null ? ipmitool : ipmitool.toAbsolutePath()).toString(),
        cipher(),
        ipmiAtOnce);
  }

  private OptionalInt cipher() {
    return ipmiCipher == null ? OptionalInt.empty() : OptionalInt.of(ipmiCipher);
  }

  /// Whom controllers' and hypervisors' certificates must be from; those that this machine trusts
  /// if none.
  ///
  /// @throws Outage where what is named is not there, or none
  Optional<SSLContext> trust() {
    return Optional.ofNullable(ca).map(PowerSettings::trusting);
  }

  private static SSLContext trusting(Path ca) {
    try (InputStream pem = Files.newInputStream(ca)) {
      return Trust.in(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw none(ca, e);
    }
  }

  private static List<String> authorities(Path ca) {
    var texts = new ArrayList<String>();
    try (InputStream pem = Files.newInputStream(ca)) {
      for (Certificate authority : Trust.certificates(pem)) {
        texts.add(Base64.getEncoder().encodeToString(authority.getEncoded()));
      }
      return texts;
    } catch (IOException | GeneralSecurityException e) {
      throw none(ca, e);
    }
  }

  private static Outage none(Path ca, Exception cause) {
    return new Outage(
        "Expected certificates in PEM in feierabend.power.ca but %s holds none that can be read"
            .formatted(ca),
        cause);
  }
}
