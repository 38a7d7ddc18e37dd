package dev.feierabend.app.wiring;

import dev.feierabend.app.silencing.Setting;
import dev.feierabend.core.kernel.Outage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// An Alertmanager that planned sleep is silenced in.
///
/// @param ca certificates, in PEM, that its own must lead to; those that this machine trusts if
///   none
/// @param tokenFile whose first line is sent along as a bearer token
/// @param loginFile a user in the first line and the password in the second, instead
/// @param createdBy whose silences are ours; this product's with the fleet's name if left out
/// @param margin how long after the agreed time a silence ends by itself
/// @param hosts the matchers of each silence of a host, one text a silence
/// @param guests the same of a virtual machine that sleeps by itself
/// @param workloads the same of a cluster's workload
@ConfigurationProperties("feierabend.alertmanager")
record AlertmanagerSettings(
    URI url,
    @Nullable Path ca,
    @Nullable Path tokenFile,
    @Nullable Path loginFile,
    @Nullable String createdBy,
    @DefaultValue("PT5M") Duration margin,
    @Nullable List<String> hosts,
    @Nullable List<String> guests,
    @Nullable List<String> workloads) {
  private static final List<String> MACHINES = List.of("instance=~\"{{name}}(:[0-9]+)?\"");
  private static final List<String> HOSTS =
      List.of("node=\"{{node}}\"", "instance=~\"{{name}}(:[0-9]+)?\"");
  private static final List<String> WORKLOADS =
      List.of("namespace=\"{{namespace}}\", {{kind}}=\"{{name}}\"");

  /// @throws Outage where what is named is not there, or none
  Setting setting() {
    try {
      return new Setting(
          new Setting.Place(
              url,
              Outward.badge(tokenFile, loginFile),
              Outward.trust(ca, "feierabend.alertmanager.ca")),
          Optional.ofNullable(createdBy),
          margin,
          new Setting.Written(
              Optional.ofNullable(hosts).orElse(HOSTS),
              Optional.ofNullable(guests).orElse(MACHINES),
              Optional.ofNullable(workloads).orElse(WORKLOADS)));
    } catch (IllegalArgumentException e) {
      throw new Outage("feierabend.alertmanager: " + e.getMessage(), e);
    }
  }
}
