package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageFile.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Whether every member is there, and is the one that the manifest lists.
record MemberCheck(PackageFile file, Manifest manifest) {
  private static final int BUFFER = 1 << 16;

  Optional<Fault> fault() {
    if (!unchanged()) {
      return Optional.of(Fault.of(Kind.MANIFEST_CHANGED));
    }
    for (String name : file.names()) {
      if (!name.equals(Manifest.NAME) && !manifest.files().containsKey(name)) {
        return Optional.of(Fault.of(Kind.MEMBER_UNLISTED, name));
      }
    }
    for (var member : manifest.files().entrySet()) {
      Optional<Kind> kind = kind(member.getKey(), member.getValue());
      if (kind.isPresent()) {
        return kind.map(found -> Fault.of(found, member.getKey()));
      }
    }
    return Optional.empty();
  }

  private boolean unchanged() {
    byte[] written = manifest.toString().getBytes(UTF_8);
    return manifest.holds()
        && file.bytes(Manifest.NAME, written.length)
            .filter(bytes -> Arrays.equals(bytes, written))
            .isPresent();
  }

  private Optional<Kind> kind(String name, Manifest.Member listed) {
    if (!file.holds(name)) {
      return Optional.of(Kind.MEMBER_MISSING);
    }
    try (InputStream in = file.stream(name)) {
      return digest(in, listed.size()).equals(listed.sha256())
          ? Optional.empty()
          : Optional.of(Kind.MEMBER_CHANGED);
    } catch (IOException | Unfit e) {
      return Optional.of(Kind.MEMBER_UNREADABLE);
    }
  }

  /// Nothing beyond one byte too many is read.
  private static String digest(InputStream in, long size) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[BUFFER];
      long read = 0;
      for (int n = in.read(buffer); n >= 0 && read <= size; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        read += n;
      }
      return read == size ? HexFormat.of().formatHex(digest.digest()) : "another size";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
