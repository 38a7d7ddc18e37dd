package dev.feierabend.app.office;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Trust in authorities of one's own.
public final class Trust {
  private Trust() {}

  /// @param pem their certificates, one after another
  /// @throws GeneralSecurityException where it holds something else, or nothing
  public static SSLContext in(InputStream pem) throws GeneralSecurityException, IOException {
    return in(certificates(pem));
  }

  /// @throws GeneralSecurityException where it holds something else, or nothing
  public static Collection<? extends Certificate> certificates(InputStream pem)
      throws GeneralSecurityException {
    var authorities = CertificateFactory.getInstance("X.509").generateCertificates(pem);
    if (authorities.isEmpty()) {
      throw new GeneralSecurityException("no certificate");
    }
    return authorities;
  }

  private static SSLContext in(Collection<? extends Certificate> authorities)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate authority : authorities) {
      store.setCertificateEntry(Integer.toString(store.size()), authority);
    }
    var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusting.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trusting.getTrustManagers(), null);
    return context;
  }
}
