package dev.feierabend.hypervisor.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Keys and certificates of the JDK's own making, in a file.
record Keys(Path file) {
  private static final String PASSWORD = "password";

  /// @param more what `keytool` is told besides
  Keys with(String alias, String... more) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        new ArrayList<>(
            List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=bmc"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return this;
  }

  /// Listens with one of them and trusts another.
  SSLContext context(String own, String trusted) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyStore both = KeyStore.getInstance("PKCS12");
    both.load(null, null);
    both.setKeyEntry(
        "own",
        keys.getKey(own, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        keys.getCertificateChain(own));
    both.setCertificateEntry("trusted", keys.getCertificate(trusted));
    var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(both, PASSWORD.toCharArray());
    var theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    authorities.setCertificateEntry("trusted", keys.getCertificate(trusted));
    theirs.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }
}
