package dev.feierabend.app.wiring;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.notes.KeyName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the service is told under `feierabend`.
///
/// @param fleet the fleet document
/// @param journal the journal's directory; where it is in MongoDB, that of what stays beside it
/// @param mongodb where the journal is kept instead, for several replicas
/// @param credentials the directory whose files the fleet document names
/// @param kubeconfig for a service outside the cluster it manages
/// @param signingKey the secret Ed25519 key of checkpoints, PKCS #8 in PEM; without one none is
///   signed
/// @param signingPassword a file with the password of `signingKey`, which is PKCS #12 then
/// @param previousSigningKey the key that signed until now, PKCS #8 in PEM, where it hands over
/// @param origin the signed log's name, a URL without its scheme; one that follows from the journal
///   where it is left out
/// @param backup another folder, on another disk, that the journal is copied to every hour
/// @param retention how long closed periods may stay in the store before the service warns that
///   they could be archived (`P13M`); nothing is ever removed by it
/// @param calendars documents of kind `HolidayCalendar`, instead of those that are shipped under
///   their names or beside them
@ConfigurationProperties("feierabend")
public record ServiceProperties(
    @DefaultValue("SHADOW") Mode mode,
    Path fleet,
    @DefaultValue("journal") Path journal,
    @Nullable Mongodb mongodb,
    @Nullable Path credentials,
    @Nullable Path kubeconfig,
    @Nullable Path signingKey,
    @Nullable Path signingPassword,
    @Nullable Path previousSigningKey,
    @Nullable String origin,
    @Nullable Path backup,
    @Nullable Period retention,
    @DefaultValue List<Path> calendars,
    @DefaultValue Rules rules,
    @DefaultValue Readiness readiness) {

  /// @param allowed the hosts that readiness tests may reach; see `language.AllowedHosts`
  public record Readiness(@DefaultValue List<String> allowed) {}

  /// How the history is signed, with `key`.
  Seals.Settings signing(Path key) {
    return new Seals.Settings(
        new SigningKey(key, Optional.ofNullable(signingPassword)),
        Optional.ofNullable(previousSigningKey)
            .map(before -> new SigningKey(before, Optional.empty())),
        Optional.ofNullable(origin).map(KeyName::new));
  }

  /// The operator's rules; see `core.planning.Guards.Rules`.
  public record Rules(
      @DefaultValue("1") int minimumHosts,
      @DefaultValue("1") int reserve,
      @DefaultValue("0.8") double headroom,
      @DefaultValue("PT5M") Duration staleAfter) {}

  /// A MongoDB and our login there; see `app.store.MongoLogin`.
  ///
  /// @param uri without secrets
  public record Mongodb(
      String uri,
      @Nullable String username,
      @Nullable Path passwordFile,
      @Nullable Path caFile,
      @Nullable Path certificateFile) {
    MongoStore store() {
      return MongoStore.of(
          uri,
          new MongoLogin(
              Optional.ofNullable(username),
              Optional.ofNullable(passwordFile),
              Optional.ofNullable(caFile),
              Optional.ofNullable(certificateFile)));
    }
  }
}
