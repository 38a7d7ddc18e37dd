package dev.feierabend.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The checkout this test runs in, read as files.
public final class Checkout {
  public static final Path ROOT = root();

  private Checkout() {}

  /// A Java file: where it is, below the root, and what it says.
  record Source(Path path, String text) {
    String packageName() {
      return text.lines()
          .filter(line -> line.startsWith("package "))
          .map(line -> line.substring("package ".length(), line.indexOf(';')))
          .findFirst()
          .orElseThrow(() -> new AssertionError(path + " names no package"));
    }

    String module() {
      return path.getName(0).toString();
    }

    boolean describesPackage() {
      return path.endsWith("package-info.java");
    }

    int lines() {
      return (int) text.lines().count();
    }
  }

  static List<Source> mainSources() {
    return sources("src/main/java");
  }

  static List<Source> testSources() {
    return sources("src/test/java");
  }

  /// Which module every package of the product is in. A package in two modules is an error here.
  static Map<String, String> modulesByPackage() {
    var modules = new TreeMap<String, String>();
    for (Source source : mainSources()) {
      String before = modules.putIfAbsent(source.packageName(), source.module());
      if (before != null && !before.equals(source.module())) {
        throw new AssertionError(
            "%s is in %s and in %s".formatted(source.packageName(), before, source.module()));
      }
    }
    return modules;
  }

  private static List<Source> sources(String below) {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve(below))
          .filter(Files::isDirectory)
          .sorted()
          .flatMap(Checkout::javaFiles)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Source> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Checkout::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      return new Source(ROOT.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        return at;
      }
    }
    throw new AssertionError("Expected this test to run inside the checkout");
  }
}
