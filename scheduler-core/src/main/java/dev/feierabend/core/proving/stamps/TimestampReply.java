package dev.feierabend.core.proving.stamps;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/// A time stamp token as a file that every tool reads, `openssl ts` too: the answer that grants it
/// (TimeStampResp, RFC 3161, 2.4.2), in DER and with nothing else in it.
public final class TimestampReply {
  private TimestampReply() {}

  /// Empty where `token` is none.
  ///
  /// @param token DER in Base64
  public static Optional<byte[]> granting(String token) {
    try {
      return Optional.of(der(ContentInfo.getInstance(Base64.getDecoder().decode(token))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] der(ContentInfo token) throws IOException {
    return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token)
        .getEncoded(ASN1Encoding.DER);
  }

  /// The token in such a file, DER in Base64; empty where it is another by a single byte.
  public static Optional<String> token(byte[] file) {
    try {
      var token = TimeStampResp.getInstance(file).getTimeStampToken();
      return Arrays.equals(der(token), file)
          ? Optional.of(Base64.getEncoder().encodeToString(token.getEncoded(ASN1Encoding.DER)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
