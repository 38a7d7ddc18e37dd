package dev.feierabend.core.proving.stamps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.proving.stamps.Stamping.Stamped;
import dev.feierabend.core.proving.stamps.Stamping.Unusable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time stamps by `openssl ts`, read by us and verified by `openssl ts` again.
class TimestampTest {
  private static final byte[] DIGEST = sha256("a checkpoint");
  @TempDir static Path folder;
  private static OpensslAuthority authority;

  @BeforeAll
  static void anAuthority() throws IOException {
    authority = OpensslAuthority.in(folder);
    authority.certifyForCode("coder");
    authority.certifyLongAgo("old");
    authority.root("stranger", "/CN=Another root");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TimestampQuery query(long nonce) {
    return TimestampQuery.of(DIGEST, BigInteger.valueOf(nonce), Optional.empty());
  }

  private static String because(Stamping stamping) {
    assertThat(stamping).isInstanceOf(Unusable.class);
    return ((Unusable) stamping).because();
  }

  @Test
  void aStampHoldsForUsAndForOpenssl() throws IOException {
    var before = Instant.now().minus(Duration.ofSeconds(2));
    var query = query(7);
    var stamped = (Stamped) query.read(authority.reply(query.der()), authority.trust());
    assertThat(stamped.authority()).isEqualTo("CN=tsa,O=Test authority");
    assertThat(stamped.at()).isBetween(before, Instant.now().plusSeconds(2));
    assertThat(authority.trust().check(stamped.token(), DIGEST)).isEqualTo(stamped);
    byte[] token = Base64.getDecoder().decode(stamped.token());
    assertThat(authority.verifies(token, HexFormat.of().formatHex(DIGEST))).isTrue();
    String other = HexFormat.of().formatHex(sha256("another"));
    assertThat(authority.verifies(token, other)).isFalse();
    assertThat(because(authority.trust().check(stamped.token(), sha256("another"))))
        .isEqualTo("it stamps something else");
  }

  @Test
  void anAnswerToAnotherQuestionCountsForNothing() throws IOException {
    var other = TimestampQuery.of(sha256("another"), BigInteger.TEN, Optional.empty());
    assertThat(because(query(7).read(authority.reply(query(8).der()), authority.trust())))
        .isEqualTo("it carries another nonce than was asked with");
    assertThat(
            because(
                TimestampQuery.of(DIGEST, BigInteger.TEN, Optional.empty())
                    .read(authority.reply(other.der()), authority.trust())))
        .isEqualTo("it stamps something else");
  }

  @Test
  void aPolicyThatTheAuthorityDoesNotHaveIsItsRefusal() throws IOException {
    var query = TimestampQuery.of(DIGEST, BigInteger.ONE, Optional.of("1.2.3.4.5"));
    assertThat(query.read(authority.reply(query.der()), authority.trust()))
        .isInstanceOf(Stamped.class);
    var strange = TimestampQuery.of(DIGEST, BigInteger.ONE, Optional.of("1.9.9"));
    assertThat(because(strange.read(authority.reply(strange.der()), authority.trust())))
        .startsWith("the authority refused with status 2: ");
  }

  @Test
  void anAuthorityOfAnotherRootIsNoneOfOurs() throws IOException {
    var query = query(7);
    byte[] answer = authority.reply(query.der());
    assertThat(because(query.read(answer, authority.trust("stranger"))))
        .startsWith("the certificate O=Test authority,CN=tsa leads to no authority of ours (");
  }

  @Test
  void aStampByACertificateThatHasEndedOrIsForCodeCountsForNothing() throws IOException {
    assertThat(signedAnewBy("tsa")).isInstanceOf(Stamped.class);
    assertThat(because(signedAnewBy("old")))
        .startsWith(
            "the authority's certificate holds from 2020-01-01T00:00:00Z to 2021-01-01T00:00:00Z but it stamps ");
    assertThat(because(signedAnewBy("coder")))
        .startsWith("the certificate O=Test authority,CN=coder is not for time stamping (");
  }

  private static Stamping signedAnewBy(String signer) throws IOException {
    var query = query(7);
    var stamped = (Stamped) query.read(authority.reply(query.der()), authority.trust());
    byte[] anew = authority.signedAnew(Base64.getDecoder().decode(stamped.token()), signer);
    return authority.trust().check(Base64.getEncoder().encodeToString(anew), DIGEST);
  }

  @Test
  void garbageAndHalfAnAnswerAreToldAsSuch() throws IOException {
    var query = query(7);
    byte[] answer = authority.reply(query.der());
    for (byte[] bad :
        List.of(new byte[0], "<html>".getBytes(UTF_8), Arrays.copyOf(answer, answer.length / 2))) {
      assertThat(because(query.read(bad, authority.trust())))
          .isEqualTo(
              "expected a time stamp response (RFC 3161) but found %d bytes that are none"
                  .formatted(bad.length));
    }
    assertThat(because(authority.trust().check("AAAA", DIGEST)))
        .startsWith("expected a time stamp token");
  }

  @Test
  void aFlippedByteAnywhereInATokenIsNeverAnotherStamp() throws IOException {
    var query = query(7);
    var stamped = (Stamped) query.read(authority.reply(query.der()), authority.trust());
    byte[] token = Base64.getDecoder().decode(stamped.token());
    for (int at = 0; at < token.length; at++) {
      byte[] harmed = token.clone();
      harmed[at] ^= 1;
      var read = authority.trust().check(Base64.getEncoder().encodeToString(harmed), DIGEST);
      if (read instanceof Stamped still) {
        assertThat(still.at()).as("byte %d", at).isEqualTo(stamped.at());
        assertThat(still.authority()).as("byte %d", at).isEqualTo(stamped.authority());
      }
    }
  }

  @Test
  void authoritiesAreCertificatesInPem() {
    for (String bad : List.of("", "no certificate")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TimestampTrust.in(new ByteArrayInputStream(bad.getBytes(UTF_8))))
          .withMessageContaining("Expected certificates in PEM");
    }
  }
}
