package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A package's members in the hands of somebody who changes them and packs them again.
record Parcel(SortedMap<String, byte[]> members) {
  private static final String MANIFEST = "manifest.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  Parcel {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  static Parcel of(Path file) {
    var members = new TreeMap<String, byte[]>();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Parcel(members);
  }

  Parcel with(String name, byte[] bytes) {
    var changed = new TreeMap<>(members);
    changed.put(name, bytes);
    return new Parcel(changed);
  }

  Parcel without(String name) {
    var changed = new TreeMap<>(members);
    changed.remove(name);
    return new Parcel(changed);
  }

  Parcel flipped(String name, int at, int mask) {
    byte[] bytes = members.get(name).clone();
    bytes[at] ^= (byte) mask;
    return with(name, bytes);
  }

  Parcel edited(String name, UnaryOperator<String> edit) {
    return with(name, edit.apply(new String(members.get(name), UTF_8)).getBytes(UTF_8));
  }

  /// With a list of files that agrees with what is there now, as a forger would write it.
  Parcel listed() {
    try {
      var manifest = (ObjectNode) JSON.readTree(members.get(MANIFEST));
      ObjectNode files = manifest.putObject("files");
      for (var member : without(MANIFEST).members.entrySet()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(member.getValue());
        files
            .putObject(member.getKey())
            .put("size", member.getValue().length)
            .put("sha256", HexFormat.of().formatHex(digest));
      }
      manifest.put("check", "");
      byte[] text = (JSON.writeValueAsString(manifest) + "\n").getBytes(UTF_8);
      byte[] check = MessageDigest.getInstance("SHA-256").digest(text);
      manifest.put("check", HexFormat.of().formatHex(check));
      return with(MANIFEST, (JSON.writeValueAsString(manifest) + "\n").getBytes(UTF_8));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// Not made smaller, which would take longer than all that a test does with it.
  Path packed(Path file) {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (var member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
