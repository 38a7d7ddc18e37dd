package dev.feierabend.core.proving.stamps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A real authority: `openssl ts` with keys and certificates of its own, made in a folder.
public final class OpensslAuthority {
  private static final String CONFIGURATION =
      """
      [req]
      distinguished_name = none
      [none]
      [authority]
      basicConstraints = critical, CA:true
      keyUsage = critical, keyCertSign, cRLSign
      [stamping]
      extendedKeyUsage = critical, timeStamping
      [signing]
      extendedKeyUsage = codeSigning
      [tsa]
      serial = %1$s/serial
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      other_policies = 1.2.3.4.5
      digests = sha256, sha384
      ess_cert_id_chain = no
      ess_cert_id_alg = sha256
      [ca]
      default_ca = it
      [it]
      database = %1$s/index
      serial = %1$s/serial-ca
      new_certs_dir = %1$s
      default_md = sha256
      policy = any
      [any]
      organizationName = optional
      commonName = supplied
      """;

  private static final List<String> NOW = List.of("-days", "30");
  private static final List<String> LONG_AGO =
      List.of("-startdate", "20200101000000Z", "-enddate", "20210101000000Z");

  private final Path folder;

  private OpensslAuthority(Path folder) {
    this.folder = folder;
  }

  /// Makes `ca.pem` and the authority's certificate beneath it, for time stamping.
  public static OpensslAuthority in(Path folder) throws IOException {
    var authority = new OpensslAuthority(folder);
    Files.writeString(authority.file("openssl.cnf"), CONFIGURATION.formatted(folder));
    Files.writeString(authority.file("serial"), "01\n");
    Files.writeString(authority.file("serial-ca"), "01\n");
    Files.writeString(authority.file("index"), "");
    authority.root("ca", "/CN=Test root");
    authority.certify("tsa", "stamping", NOW);
    return authority;
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public TimestampTrust trust() throws IOException {
    return trust("ca");
  }

  TimestampTrust trust(String root) throws IOException {
    try (InputStream pem = Files.newInputStream(file(root + ".pem"))) {
      return TimestampTrust.in(pem);
    }
  }

  /// A root that has certified nobody.
  void root(String name, String subject) {
    run(
        List.of(
            "req",
            "-x509",
            "-config",
            "openssl.cnf",
            "-extensions",
            "authority",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "30",
            "-subj",
            subject,
            "-keyout",
            name + ".key",
            "-out",
            name + ".pem"));
  }

  /// A certificate for code instead of time stamps.
  void certifyForCode(String name) {
    certify(name, "signing", NOW);
  }

  /// One for time stamps that ended with the year 2020.
  void certifyLongAgo(String name) {
    certify(name, "stamping", LONG_AGO);
  }

  private void certify(String name, String use, List<String> validity) {
    run(
        List.of(
            "req",
            "-new",
            "-config",
            "openssl.cnf",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/O=Test authority/CN=" + name,
            "-keyout",
            name + ".key",
            "-out",
            name + ".csr"));
    var sign =
        List.of(
            "ca",
            "-batch",
            "-config",
            "openssl.cnf",
            "-cert",
            "ca.pem",
            "-keyfile",
            "ca.key",
            "-in",
            name + ".csr",
            "-extensions",
            use,
            "-notext",
            "-out",
            name + ".pem");
    run(Stream.concat(sign.stream(), validity.stream()).toList());
  }

  /// Answers as it should.
  public byte[] reply(byte[] query) throws IOException {
    return reply(query, "tsa");
  }

  /// The same statement as in `token`, signed with another certificate: which `openssl ts` refuses
  /// to do and `openssl cms` doesn't.
  byte[] signedAnew(byte[] token, String signer) throws IOException {
    Files.write(file("token.der"), token);
    run(
        List.of(
            "cms",
            "-verify",
            "-noverify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "token.der",
            "-out",
            "statement.der"));
    run(
        List.of(
            "cms",
            "-sign",
            "-binary",
            "-nodetach",
            "-cades",
            "-md",
            "sha256",
            "-econtent_type",
            "id-smime-ct-TSTInfo",
            "-signer",
            signer + ".pem",
            "-inkey",
            signer + ".key",
            "-outform",
            "DER",
            "-in",
            "statement.der",
            "-out",
            "anew.der"));
    return Files.readAllBytes(file("anew.der"));
  }

  private byte[] reply(byte[] query, String signer) throws IOException {
    Files.write(file("query.tsq"), query);
    run(
        List.of(
            "ts",
            "-reply",
            "-config",
            "openssl.cnf",
            "-section",
            "tsa",
            "-queryfile",
            "query.tsq",
            "-signer",
            signer + ".pem",
            "-inkey",
            signer + ".key",
            "-out",
            "reply.tsr"));
    return Files.readAllBytes(file("reply.tsr"));
  }

  /// What `openssl ts -verify` says of a token for `digest`.
  public boolean verifies(byte[] token, String digestInHex) throws IOException {
    Files.write(file("token.der"), token);
    return exit(
            List.of(
                "ts",
                "-verify",
                "-digest",
                digestInHex,
                "-in",
                "token.der",
                "-token_in",
                "-CAfile",
                "ca.pem"))
        == 0;
  }

  private void run(List<String> arguments) {
    if (exit(arguments) != 0) {
      throw new AssertionError("openssl " + String.join(" ", arguments) + " failed");
    }
  }

  private int exit(List<String> arguments) {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    try {
      var run =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      run.getOutputStream().close();
      String said = new String(run.getInputStream().readAllBytes(), UTF_8);
      int exit = run.waitFor();
      if (exit != 0) {
        System.out.println(said);
      }
      return exit;
    } catch (IOException e) {
      throw new AssertionError("Expected openssl, which .ci/run installs", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
