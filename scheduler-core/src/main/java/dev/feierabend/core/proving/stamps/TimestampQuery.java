package dev.feierabend.core.proving.stamps;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/// One question to an authority, and how its answer is read. The nonce is what tells this answer
/// from an earlier one.
public final class TimestampQuery {
  private final TimeStampRequest request;

  private TimestampQuery(TimeStampRequest request) {
    this.request = request;
  }

  /// @param digest SHA-256
  /// @param policy the object identifier of the policy to stamp under; the authority's own if empty
  public static TimestampQuery of(byte[] digest, BigInteger nonce, Optional<String> policy) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    policy.map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
    return new TimestampQuery(generator.generate(TSPAlgorithms.SHA256, digest, nonce));
  }

  /// As it is sent.
  public byte[] der() {
    try {
      return request.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("A request has a DER form", e);
    }
  }

  /// What `answer`, a TimeStampResp in DER, comes to.
  public Stamping read(byte[] answer, TimestampTrust trust) {
    try {
      return read(new TimeStampResponse(answer), trust);
    } catch (TSPException | IOException | RuntimeException e) {
      return new Stamping.Unusable(
          "expected a time stamp response (RFC 3161) but found %d bytes that are none"
              .formatted(answer.length));
    }
  }

  private Stamping read(TimeStampResponse response, TimestampTrust trust) throws IOException {
    int status = response.getStatus();
    var token = response.getTimeStampToken();
    if ((status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) || token == null) {
      return new Stamping.Unusable(
          "the authority refused with status %d: %s"
              .formatted(
                  status, Optional.ofNullable(response.getStatusString()).orElse("no reason")));
    }
    if (!request.getNonce().equals(token.getTimeStampInfo().getNonce())) {
      return new Stamping.Unusable("it carries another nonce than was asked with");
    }
    var checked = trust.check(token, request.getMessageImprintDigest());
    return switch (checked) {
      case Stamping.Unusable _ -> checked;
      case Stamping.Stamped _ -> asAsked(response, checked);
    };
  }

  /// What else a request may ask for, its policy above all.
  private Stamping asAsked(TimeStampResponse response, Stamping checked) {
    try {
      response.validate(request);
      return checked;
    } catch (TSPException e) {
      return new Stamping.Unusable("it isn't what was asked for (%s)".formatted(e.getMessage()));
    }
  }
}
