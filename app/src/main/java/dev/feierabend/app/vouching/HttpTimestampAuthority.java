package dev.feierabend.app.vouching;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.stamps.Stamping;
import dev.feierabend.core.proving.stamps.TimestampAuthority;
import dev.feierabend.core.proving.stamps.TimestampQuery;
import dev.feierabend.core.proving.stamps.TimestampTrust;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/// An authority that is asked over HTTP (RFC 3161, 3.4).
///
/// @param policy the object identifier of the policy to stamp under; the authority's own if empty
public record HttpTimestampAuthority(
    URI url, TimestampTrust trust, Optional<String> policy, Post post)
    implements TimestampAuthority {
  private static final int NONCE_BITS = 64;
  private static final int OK = 200;

  public HttpTimestampAuthority {
    Post.expectNobodyIn(url);
  }

  @Override
  public Stamping stamp(byte[] digest) {
    var nonce = new BigInteger(NONCE_BITS, new SecureRandom());
    var query = TimestampQuery.of(digest, nonce, policy);
    var answer = post.send(url, "application/timestamp-query", query.der());
    if (answer.statusCode() != OK) {
      throw new Outage(
          "Expected a time stamp from %s but it answered %d".formatted(url, answer.statusCode()));
    }
    return query.read(answer.body(), trust);
  }
}
