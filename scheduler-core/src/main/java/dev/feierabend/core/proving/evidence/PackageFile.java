package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A package as it lies there. Nothing of it is unpacked to the disk, nothing with a name of its
/// own is read, no name is there twice, and no member is larger than the manifest says.
final class PackageFile implements AutoCloseable {
  /// A million commits need 8,000 members.
  private static final int MOST_MEMBERS = 1_000_000;

  private static final long LARGEST_MANIFEST = 256L << 20;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private PackageFile(ZipFile zip) {
    this.zip = zip;
  }

  /// @throws Unfit where it is no package that can be read
  static PackageFile open(Path file) {
    try {
      var opened = new PackageFile(new ZipFile(file.toFile(), UTF_8));
      try {
        opened.list();
        return opened;
      } catch (Unfit e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Unfit("Expected a ZIP file but %s is none: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Whether it looks like one, so that nothing else is taken for a damaged package.
  static boolean looksLike(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Files.isRegularFile(file) && in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      return false;
    }
  }

  private void list() {
    if (zip.size() > MOST_MEMBERS) {
      throw new Unfit(
          "Expected at most %d members but found %d".formatted(MOST_MEMBERS, zip.size()));
    }
    zip.stream()
        .forEach(entry -> {
          String name = entry.getName();
          if (!name.equals(Manifest.NAME) && !Members.known(name)) {
            throw new Unfit(
                "Expected members of an evidence package but found \"%s\"".formatted(name));
          }
          if (entries.put(name, entry) != null) {
            throw new Unfit("Expected \"%s\" once but found it twice".formatted(name));
          }
        });
  }

  Manifest manifest() {
    return bytes(Manifest.NAME, LARGEST_MANIFEST)
        .map(bytes -> Manifest.parse(new String(bytes, UTF_8)))
        .orElseThrow(() -> new Unfit("Expected a member manifest.json but there is none"));
  }

  Iterable<String> names() {
    return entries.keySet();
  }

  boolean holds(String name) {
    return entries.containsKey(name);
  }

  /// A member's bytes; empty where there is none.
  ///
  /// @param most a larger one is refused, whatever its header says
  Optional<byte[]> bytes(String name, long most) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > most) {
        throw new Unfit(
            "Expected \"%s\" of at most %d bytes but it is larger".formatted(name, most));
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      throw new Unfit("\"%s\" cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// @throws Unfit where there is none
  InputStream stream(String name) {
    ZipEntry entry = entries.get(name);
    try {
      InputStream in = entry == null ? null : zip.getInputStream(entry);
      if (in == null) {
        throw new Unfit("Expected a member \"%s\" but there is none".formatted(name));
      }
      return in;
    } catch (IOException e) {
      throw new Unfit("\"%s\" cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new Unfit("The package cannot be closed", e);
    }
  }

  /// It isn't what a package is: nothing can be said about its content.
  static final class Unfit extends RuntimeException {
    Unfit(String sentence) {
      super(sentence);
    }

    Unfit(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
