package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Head;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a package, member by member; it takes its name once it is whole. The same content gives
/// the same bytes.
final class Archive implements AutoCloseable {
  /// The first moment that a ZIP file can name.
  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path target;
  private final Path part;
  private final ZipOutputStream zip;
  private final SortedMap<String, Manifest.Member> files = new TreeMap<>();

  Archive(Path target) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), UTF_8);
  }

  /// What writes a member.
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void add(String name, byte[] bytes) throws IOException {
    add(name, out -> out.write(bytes));
  }

  void add(String name, Content content) throws IOException {
    begin(name);
    var counted = new Counted(zip);
    content.writeTo(counted);
    zip.closeEntry();
    files.put(name, counted.member());
  }

  boolean holds(String name) {
    return files.containsKey(name);
  }

  /// The last member; the package is whole.
  void finish(Scope scope, Head head) throws IOException {
    begin(Manifest.NAME);
    zip.write(Manifest.of(scope, head, files).toString().getBytes(UTF_8));
    zip.closeEntry();
    zip.close();
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void begin(String name) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NEVER);
    zip.putNextEntry(entry);
  }

  /// What isn't whole is gone.
  @Override
  public void close() throws IOException {
    zip.close();
    Files.deleteIfExists(part);
  }

  private static final class Counted extends DigestOutputStream {
    private long size;

    Counted(OutputStream out) {
      super(out, sha256());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }

    @Override
    public void write(int b) throws IOException {
      super.write(b);
      size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      super.write(bytes, from, length);
      size += length;
    }

    Manifest.Member member() {
      return new Manifest.Member(size, HexFormat.of().formatHex(getMessageDigest().digest()));
    }
  }
}
