package dev.feierabend.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;

/// Which of the JDK's modules the classes of a jar refer to. (jdeps tells the same, in minutes.)
final class References {
  private final Map<String, String> modules = new HashMap<>();

  References() {
    for (Module module : ModuleLayer.boot().modules()) {
      module.getDescriptor().exports().stream()
          .filter(exported -> !exported.isQualified())
          .forEach(exported -> modules.put(exported.source(), module.getName()));
    }
  }

  Set<String> of(Path jar) {
    var found = new TreeSet<String>();
    try (var file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(References::counts).toList()) {
        try (InputStream bytes = file.getInputStream(entry)) {
          collect(bytes.readAllBytes(), found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static boolean counts(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
  }

  private void collect(byte[] bytes, Set<String> found) {
    StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> packageOf(((ClassEntry) entry).asSymbol()))
        .map(name -> modules.getOrDefault(name, "java.base"))
        .forEach(found::add);
  }

  private static String packageOf(ClassDesc name) {
    ClassDesc at = name;
    while (at.isArray()) {
      at = at.componentType();
    }
    return at.packageName();
  }
}
