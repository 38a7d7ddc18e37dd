package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.RecordedLoad.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PlanetLab's form (Beloglazov and Buyya 2012): one file a virtual machine, one line every five
/// minutes with its CPU load in per cent.
final class PlanetLab {
  private PlanetLab() {}

  static LoadModel load(Path day) throws IOException {
    return new RecordedLoad(List.copyOf(machines(day).values()));
  }

  /// By name.
  ///
  /// @param day a folder or a `.tar.xz` of one
  static SortedMap<String, Series> machines(Path day) throws IOException {
    SortedMap<String, Series> machines = Files.isDirectory(day) ? folder(day) : archive(day);
    if (machines.isEmpty()) {
      throw new UnreadableTrace("Expected a file a machine but found none in " + day);
    }
    return machines;
  }

  private static SortedMap<String, Series> folder(Path folder) throws IOException {
    var machines = new TreeMap<String, Series>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        machines.put(name, series(name, file.toString(), Files.readAllBytes(file)));
      }
    }
    return machines;
  }

  private static SortedMap<String, Series> archive(Path archive) throws IOException {
    var machines = new TreeMap<String, Series>();
    try (InputStream file = Files.newInputStream(archive);
        var entries = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (entry.isFile()) {
          String where = archive + "!" + entry.getName();
          String name = Path.of(entry.getName()).getFileName().toString();
          machines.put(entry.getName(), series(name, where, entries.readAllBytes()));
        }
      }
    }
    return machines;
  }

  /// @param name its file's, by which a guest of that name finds it
  private static Series series(String name, String where, byte[] bytes) {
    var values = new ArrayList<Double>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        values.add(percent(where, number, line.strip()) / 100);
      }
    }
    if (values.isEmpty() || values.size() % RecordedLoad.A_DAY != 0) {
      throw new UnreadableTrace(
          "%s:%d: expected %d percentages, one every five minutes of a day, found %d"
              .formatted(where, number, RecordedLoad.A_DAY, values.size()));
    }
    return new Series(name, values);
  }

  private static double percent(String where, int line, String text) {
    double value = Numbers.parsed(text);
    if (value >= 0 && value <= 100) {
      return value;
    }
    throw new UnreadableTrace(
        "%s:%d: expected a percentage from 0 to 100, found \"%s\"".formatted(where, line, text));
  }
}
