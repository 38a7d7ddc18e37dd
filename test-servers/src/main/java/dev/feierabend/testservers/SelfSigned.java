package dev.feierabend.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A TLS server's new key, with a certificate that it signed itself, made by the JDK's keytool.
final class SelfSigned {
  private static final String PASSWORD = "only-for-tests";

  private SelfSigned() {}

  static SSLContext context() throws IOException {
    Path folder = Folders.temporary("tls");
    try {
      Path file = folder.resolve("keys.p12");
      make(file);
      return context(file);
    } catch (GeneralSecurityException e) {
      throw new IOException("Expected a key of keytool's making", e);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void make(Path file) throws IOException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
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

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
