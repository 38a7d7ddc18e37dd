package dev.feierabend.app.wiring;

import dev.feierabend.core.planning.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the service is told under `feierabend`.
///
/// @param fleet the fleet document
/// @param journal the journal's directory
/// @param credentials the directory whose files the fleet document names
/// @param kubeconfig for a service outside the cluster it manages
/// @param signingKey the secret Ed25519 key of checkpoints, PKCS #8 in PEM; without one none is
///   signed
/// @param calendars documents of kind `HolidayCalendar`, instead of those that are shipped under
///   their names or beside them
@ConfigurationProperties("feierabend")
public record ServiceProperties(
    @DefaultValue("SHADOW") Mode mode,
    Path fleet,
    @DefaultValue("journal") Path journal,
    @Nullable Path credentials,
    @Nullable Path kubeconfig,
    @Nullable Path signingKey,
    @DefaultValue List<Path> calendars,
    @DefaultValue Rules rules,
    @DefaultValue Readiness readiness) {

  /// @param allowed the hosts that readiness tests may reach; see `language.AllowedHosts`
  public record Readiness(@DefaultValue List<String> allowed) {}

  /// The operator's rules; see `core.planning.Guards.Rules`.
  public record Rules(
      @DefaultValue("1") int minimumHosts,
      @DefaultValue("1") int reserve,
      @DefaultValue("0.8") double headroom,
      @DefaultValue("PT5M") Duration staleAfter) {}
}
