package dev.feierabend.app.wiring;

import dev.feierabend.app.office.Trust;
import dev.feierabend.app.vouching.HttpTimestampAuthority;
import dev.feierabend.app.vouching.HttpWitness;
import dev.feierabend.app.vouching.Post;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.stamps.TimestampAuthority;
import dev.feierabend.core.proving.stamps.TimestampTrust;
import dev.feierabend.core.proving.witness.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is asked for their word on checkpoints.
///
/// @param timestamps an authority (RFC 3161); without one nothing is stamped
/// @param witnesses who cosigns
/// @param vouchingCa certificates, in PEM, that the HTTPS of all of them must lead to; those that
///   this machine trusts if none
/// @param onWitnessRefusal what follows where one of them refuses
@ConfigurationProperties("feierabend")
record VouchingSettings(
    @Nullable Timestamps timestamps,
    @DefaultValue List<Cosigning> witnesses,
    @Nullable Path vouchingCa,
    @DefaultValue("ALARM") Consequence onWitnessRefusal) {

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /// What a witness's refusal leads to beside the alarm.
  enum Consequence {
    ALARM,
    FREEZE
  }

  /// @param ca certificates, in PEM, that the authority's own must lead to
  /// @param policy the object identifier of the policy to stamp under
  record Timestamps(URI url, Path ca, @Nullable String policy) {
    private TimestampAuthority authority(Post post) {
      try (InputStream pem = Files.newInputStream(ca)) {
        var trust = TimestampTrust.in(pem);
        return new HttpTimestampAuthority(url, trust, Optional.ofNullable(policy), post);
      } catch (IOException | IllegalArgumentException e) {
        throw new Outage(
            "Expected certificates in PEM in feierabend.timestamps.ca but %s holds none that can be read"
                .formatted(ca),
            e);
      }
    }
  }

  /// @param vkey the witness's verifier key, the line in its `witness.vkey`
  record Cosigning(String vkey, URI url) {
    private Witness witness(Post post) {
      try {
        return new HttpWitness(CosignerKey.parse(vkey), url, post);
      } catch (IllegalArgumentException e) {
        throw new Outage("feierabend.witnesses: %s".formatted(e.getMessage()), e);
      }
    }
  }

  /// @throws Outage where what is named is not there
  Vouching.Asked asked() {
    var post = new Post(DEADLINE, Optional.ofNullable(vouchingCa).map(VouchingSettings::trust));
    return new Vouching.Asked(
        Optional.ofNullable(timestamps).map(one -> one.authority(post)),
        witnesses.stream().map(one -> one.witness(post)).toList(),
        onWitnessRefusal == Consequence.FREEZE);
  }

  private static SSLContext trust(Path ca) {
    try (InputStream pem = Files.newInputStream(ca)) {
      return Trust.in(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new Outage(
          "Expected certificates in PEM in feierabend.vouching-ca but %s holds none that can be read"
              .formatted(ca),
          e);
    }
  }
}
