package dev.feierabend.core.proving.stamps;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampToken;

/// Which authorities' time stamps count: those whose certificate for that purpose leads to one of
/// ours, as of the time that they name. Whether it was called back is not asked: that would be a
/// question to the outside, and verification works without.
public final class TimestampTrust {
  private static final Stamping NO_TOKEN =
      new Stamping.Unusable("expected a time stamp token (RFC 3161) but found something else");

  /// Every authority's count that hold by themselves: they stamp what they should, and were signed
  /// with the certificate for time stamping that they carry.
  public static final TimestampTrust ANYBODY = new TimestampTrust(Set.of());

  private final Set<TrustAnchor> anchors;

  private TimestampTrust(Set<TrustAnchor> anchors) {
    this.anchors = anchors;
  }

  /// @param pem certificates of authorities, one after another
  /// @throws IllegalArgumentException where it holds something else, or nothing
  public static TimestampTrust in(InputStream pem) {
    try {
      var anchors =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
              .collect(Collectors.toSet());
      if (anchors.isEmpty()) {
        throw new IllegalArgumentException("Expected certificates in PEM but found none");
      }
      return new TimestampTrust(anchors);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected certificates in PEM", e);
    }
  }

  /// Whether the token stamps the SHA-256 `digest`.
  ///
  /// @param token DER in Base64
  public Stamping check(String token, byte[] digest) {
    try {
      var content = ContentInfo.getInstance(Base64.getDecoder().decode(token));
      return content.getContentType().equals(CMSObjectIdentifiers.signedData)
          ? check(new TimeStampToken(new CMSSignedData(content)), digest)
          : NO_TOKEN;
    } catch (CMSException | TSPException | IOException | RuntimeException e) {
      return NO_TOKEN;
    }
  }

  Stamping check(TimeStampToken token, byte[] digest) throws IOException {
    var info = token.getTimeStampInfo();
    Instant at = info.getGenTime().toInstant();
    if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
        || !Arrays.equals(info.getMessageImprintDigest(), digest)) {
      return new Stamping.Unusable("it stamps something else");
    }
    List<X509CertificateHolder> signers = new ArrayList<>(token.getCertificates().getMatches(null));
    signers.removeIf(certificate -> !token.getSID().match(certificate));
    if (signers.size() != 1) {
      return new Stamping.Unusable("expected its signer's certificate with it but found none");
    }
    return check(token, signers.getFirst(), at);
  }

  private Stamping check(TimeStampToken token, X509CertificateHolder signer, Instant at)
      throws IOException {
    if (!signer.isValidOn(Date.from(at))) {
      return new Stamping.Unusable(
          "the authority's certificate holds from %s to %s but it stamps %s"
              .formatted(signer.getNotBefore().toInstant(), signer.getNotAfter().toInstant(), at));
    }
    try {
      TSPUtil.validateCertificate(signer);
    } catch (TSPException e) {
      return new Stamping.Unusable(
          "the certificate %s is not for time stamping (%s)"
              .formatted(signer.getSubject(), e.getMessage()));
    }
    try {
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      var subject = chain(token, signer, at);
      return new Stamping.Stamped(
          Base64.getEncoder().encodeToString(token.getEncoded("DER")), at, subject);
    } catch (TSPException | OperatorCreationException e) {
      return new Stamping.Unusable("its signature doesn't hold (%s)".formatted(e.getMessage()));
    } catch (GeneralSecurityException e) {
      return new Stamping.Unusable(
          "the certificate %s leads to no authority of ours (%s)"
              .formatted(signer.getSubject(), e.getMessage()));
    }
  }

  /// Gives the signer's name.
  private String chain(TimeStampToken token, X509CertificateHolder signer, Instant at)
      throws GeneralSecurityException {
    var converter = new JcaX509CertificateConverter();
    var certificates = new ArrayList<X509Certificate>();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      certificates.add(converter.getCertificate(holder));
    }
    var certificate = converter.getCertificate(signer);
    String name = certificate.getSubjectX500Principal().getName();
    if (anchors.isEmpty()) {
      return name;
    }
    var target = new X509CertSelector();
    target.setCertificate(certificate);
    var path = new PKIXBuilderParameters(anchors, target);
    path.setDate(Date.from(at));
    path.setRevocationEnabled(false);
    path.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
    CertPathBuilder.getInstance("PKIX").build(path);
    return name;
  }
}
