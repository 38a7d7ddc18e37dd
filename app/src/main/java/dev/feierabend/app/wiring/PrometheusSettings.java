package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.kubernetes.metrics.Prometheus;
import dev.feierabend.kubernetes.metrics.PrometheusLoad;
import dev.feierabend.kubernetes.metrics.PrometheusLoad.Asking;
import dev.feierabend.kubernetes.metrics.Queries;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A Prometheus that utilisation is asked of.
///
/// @param ca certificates, in PEM, that its own must lead to; those that this machine trusts if
///   none
/// @param tokenFile whose first line is sent along as a bearer token
/// @param step between two readings
/// @param backFill how far back it is asked for what isn't recorded
public record PrometheusSettings(
    URI url,
    @Nullable Path ca,
    @Nullable Path tokenFile,
    @DefaultValue Asked queries,
    @DefaultValue("PT5M") Duration step,
    @DefaultValue("P56D") Duration backFill) {

  /// In PromQL; see `kubernetes.metrics.Queries`, which has those that are left out.
  public record Asked(
      @Nullable String cpu,
      @Nullable String memory,
      @Nullable String power,
      @Nullable String owners) {
    private Queries whole() {
      var usual = Queries.USUAL;
      return new Queries(
          Optional.ofNullable(cpu).orElse(usual.cpu()),
          Optional.ofNullable(memory).orElse(usual.memory()),
          Optional.ofNullable(power).orElse(usual.power()),
          Optional.ofNullable(owners).orElse(usual.owners()));
    }
  }

  /// @throws Outage where what is named is not there, or none
  LoadSource load(Supplier<List<Metered>> members, InstantSource clock) {
    try {
      var place =
          new Prometheus.Place(
              Optional.ofNullable(url).orElseGet(() -> URI.create("")),
              Optional.ofNullable(ca).map(PrometheusSettings::trust),
              Optional.ofNullable(tokenFile));
      var asking = new Asking(queries.whole(), step, backFill);
      return new PrometheusLoad(new Prometheus(place), asking, members, clock);
    } catch (IllegalArgumentException e) {
      throw new Outage("feierabend.prometheus: " + e.getMessage(), e);
    }
  }

  private static SSLContext trust(Path ca) {
    try (InputStream pem = Files.newInputStream(ca)) {
      return Trust.in(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage(
          "Expected certificates in PEM in feierabend.prometheus.ca but %s holds none that can be read"
              .formatted(ca),
          e);
    }
  }
}
