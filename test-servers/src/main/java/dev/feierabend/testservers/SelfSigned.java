package dev.feierabend.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A TLS server's new key, with a certificate for loopback that it signed itself, made by the JDK's
/// keytool.
///
/// @param context what a server listens with
/// @param certificate what its clients trust, as PEM
public record SelfSigned(SSLContext context, String certificate) {
  private static final String PASSWORD = "only-for-tests";
  private static final String ALIAS = "mykey";

  public static SelfSigned make() throws IOException {
    return make(List.of());
  }

  /// One whose certificate ended yesterday.
  static SelfSigned expired() throws IOException {
    return make(List.of("-startdate", "-10d", "-validity", "9"));
  }

  private static SelfSigned make(List<String> validity) throws IOException {
    Path folder = Folders.temporary("tls");
    try {
      Path file = folder.resolve("keys.p12");
      generate(file, validity);
      return of(file);
    } catch (GeneralSecurityException e) {
      throw new IOException("Expected a key of keytool's making", e);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void generate(Path file, List<String> validity) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command = new ArrayList<>(validity);
    command.addAll(
        0,
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException("keytool ended with " + exit);
    }
  }

  private static SelfSigned of(Path file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new SelfSigned(context, Pem.of("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
  }
}
