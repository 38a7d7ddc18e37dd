package dev.feierabend.app.wiring;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.token.TokenKey;
import dev.feierabend.app.token.TokenPlace;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.kubernetes.client.Requests;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the service is told under `feierabend`.
///
/// @param staged how mode `STAGED` goes about it
/// @param drills whether hosts must be known to wake before they sleep
/// @param readyBy how sure it is that hosts are back in time
/// @param busy from which measured load on a schedule is contradicted
/// @param looks how soon the fleet is looked at again
/// @param fleet the fleet document
/// @param journal the journal's directory; where it is in MongoDB, that of what stays beside it
/// @param mongodb where the journal is kept instead, for several replicas
/// @param credentials the directory whose files the fleet document names
/// @param wakeList where the list of the hosts that sleep is kept, by which `feierabend wake`
///   brings them back; no host goes down before it stands there; left out: there is none
/// @param kubeconfig for a service outside the cluster it manages
/// @param signingKey the secret Ed25519 key of checkpoints, PKCS #8 in PEM; without one none is
///   signed
/// @param signingPassword a file with the password of `signingKey`, which is PKCS #12 then
/// @param signingToken where that key is kept instead, if it can't be taken from there
/// @param previousSigningKey the key that signed until now, PKCS #8 in PEM, where it hands over
/// @param previousSigningToken the same where it is kept in a token
/// @param origin the signed log's name, a URL without its scheme; one that follows from the journal
///   where it is left out
/// @param backup another folder, on another disk, that the journal is copied to every hour
/// @param retention how long closed periods may stay in the store before the service warns that
///   they could be archived (`P13M`); nothing is ever removed by it
/// @param prometheus where utilisation is asked of instead of the metrics API
/// @param calendars documents of kind `HolidayCalendar`, instead of those that are shipped under
///   their names or beside them
/// @param recipes documents of kind `Recipe`, likewise
/// @param withoutRecipes names of recipes that are left out
/// @param customResources whether SchedulePolicies and ScheduleOverrides of the cluster are taken
///   in; it must know both kinds then
@ConfigurationProperties("feierabend")
public record ServiceProperties(
    @DefaultValue("SHADOW") Mode mode,
    @DefaultValue Staged staged,
    @DefaultValue Drills drills,
    @DefaultValue ReadyBySettings readyBy,
    @DefaultValue Busy busy,
    @DefaultValue LookSettings looks,
    @DefaultValue("fleet.yaml") Path fleet,
    @DefaultValue("journal") Path journal,
    @Nullable Mongodb mongodb,
    @Nullable Path credentials,
    @Nullable Path wakeList,
    @Nullable Path kubeconfig,
    @Nullable Path signingKey,
    @Nullable Path signingPassword,
    @Nullable Token signingToken,
    @Nullable Path previousSigningKey,
    @Nullable Token previousSigningToken,
    @Nullable String origin,
    @Nullable Path backup,
    @Nullable Period retention,
    @Nullable PrometheusSettings prometheus,
    @DefaultValue List<Path> calendars,
    @DefaultValue List<Path> recipes,
    @DefaultValue List<String> withoutRecipes,
    @DefaultValue("false") boolean customResources,
    @DefaultValue Rules rules,
    @DefaultValue AtOnce atOnce,
    @DefaultValue PowerSettings power,
    @DefaultValue Readiness readiness) {

  /// See `core.planning.Staging`.
  public record Staged(
      @DefaultValue("0.1") double share,
      @DefaultValue("WORKLOAD") Staging.By by,
      @DefaultValue("P1D") Duration quiet) {
    Staging settings() {
      try {
        return new Staging(share, by, quiet);
      } catch (IllegalArgumentException e) {
        throw new Outage(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /// See `core.planning.Drilling`.
  ///
  /// @param required left out: where real machines are switched, and not just played
  public record Drills(
      @Nullable Boolean required,
      @DefaultValue("P180D") Duration maxAge,
      @DefaultValue("PT5M") Duration settle) {
    private static final Set<String> PLAYED = Set.of("sandbox", "node-annotation");

    Drilling settings(Fleet fleet) {
      boolean real =
          fleet.controllers().stream().anyMatch(controller -> !PLAYED.contains(controller.kind()));
      try {
        return new Drilling(required == null ? real : required, maxAge, settle);
      } catch (IllegalArgumentException e) {
        throw new Outage(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /// See `core.planning.Vigilance`.
  ///
  /// @param interval how often load is measured while something sleeps or soon may, from a minute
  ///   on; an hour is how often it is recorded anyway
  public record Busy(
      @DefaultValue("0.5") double workload,
      @DefaultValue("0.5") double pool,
      @DefaultValue("0.8") double kept,
      @DefaultValue("PT30M") Duration quiet,
      @DefaultValue("PT5M") Duration interval) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// @throws Outage where it is no such time
    Duration checkedInterval() {
      if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
        throw new Outage(
            "Expected at feierabend.busy.interval %s to %s but found %s"
                .formatted(SHORTEST, LONGEST, interval));
      }
      return interval;
    }

    Vigilance settings() {
      try {
        return new Vigilance(workload, pool, kept, quiet);
      } catch (IllegalArgumentException e) {
        throw new Outage(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /// @param allowed the hosts that readiness tests may reach; see `language.AllowedHosts`
  public record Readiness(@DefaultValue List<String> allowed) {}

  /// How the history is signed.
  ///
  /// @throws Outage where there is no key, or more than one
  Seals.Settings signing() {
    return new Seals.Settings(
        key("signing", signingKey, Optional.ofNullable(signingPassword), signingToken)
            .orElseThrow(() -> new Outage("Expected feierabend.signing-key or -token; neither is")),
        key("previous-signing", previousSigningKey, Optional.empty(), previousSigningToken),
        Optional.ofNullable(origin).map(KeyName::new));
  }

  private static Optional<SigningKey> key(
      String name, @Nullable Path file, Optional<Path> password, @Nullable Token token) {
    if (file != null && token != null) {
      throw new Outage(
          "Expected feierabend.%s-key or feierabend.%s-token but found both".formatted(name, name));
    }
    return file != null
        ? Optional.of(new KeyFile(file, password))
        : Optional.ofNullable(token).map(Token::key);
  }

  /// A key in a token; see `app.token.TokenPlace`.
  public record Token(
      @DefaultValue("pkcs11-tool") Path tool,
      Path module,
      String token,
      String label,
      Path pinFile) {
    public Token {
      if (Stream.of(module, token, label, pinFile).anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException(
            "Expected module, token, label and pin-file of a token that signs");
      }
    }

    private SigningKey key() {
      var key = new TokenKey(new TokenPlace(tool, module, token, label, pinFile));
      return () -> CheckpointSigner.of(key);
    }
  }

  /// The operator's rules; see `core.planning.Guards.Rules`.
  ///
  /// @param coverage see `core.acting.Tuning`
  /// @param candidates how many candidate moves a plan may look at
  public record Rules(
      @DefaultValue("1") int minimumHosts,
      @DefaultValue("1") int reserve,
      @DefaultValue("0.8") double headroom,
      @DefaultValue("PT5M") Duration staleAfter,
      @DefaultValue("0.8") double coverage,
      @DefaultValue("10000000") long candidates) {}

  /// How much is done at once.
  ///
  /// @param workloads that are on their way to sleep or back
  /// @param requests that are under way at an API server for them
  public record AtOnce(@DefaultValue("1000") int workloads, @DefaultValue("64") int requests) {
    public AtOnce {
      if (workloads < 1 || requests < Requests.FEWEST) {
        throw new IllegalArgumentException(
            "Expected at least one workload and %d requests at once but found %d and %d"
                .formatted(Requests.FEWEST, workloads, requests));
      }
    }
  }

  /// A MongoDB and our login there; see `app.store.MongoLogin`.
  ///
  /// @param uri without secrets
  /// @param leaderLease a Lease of the cluster this runs in, as `namespace/name`, which says who
  ///   leads; where it is left out, a document in the store does
  public record Mongodb(
      String uri,
      @Nullable String username,
      @Nullable Path passwordFile,
      @Nullable Path caFile,
      @Nullable Path certificateFile,
      @Nullable String leaderLease) {
    public MongoStore store() {
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
