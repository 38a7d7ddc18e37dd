package dev.feierabend.app.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Follows a method through the product's own code, implementations of what it calls included, and
/// names every call that asks for what it wasn't handed: time, chance, the outside.
final class Purity {
  private static final List<String> IMPURE_PACKAGES =
      List.of(
          "java.io",
          "java.nio.file",
          "java.nio.channels",
          "java.net",
          "java.net.http",
          "java.sql",
          "java.util.random",
          "java.util.concurrent.locks",
          "org.springframework");

  private static final Set<String> IMPURE_TYPES =
      Set.of(
          "java.time.Clock",
          "java.time.InstantSource",
          "java.util.Random",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.lang.Thread",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.Runtime");

  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");

  private Purity() {}

  static Set<String> impureCallsOf(JavaCodeUnit start) {
    var impure = new TreeSet<String>();
    var seen = new HashSet<>(Set.of(start));
    var open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (JavaAccess<?> access : open.remove().getAccessesFromSelf()) {
        if (isImpure(access)) {
          impure.add(access.getDescription());
        }
        reached(access).filter(seen::add).forEach(open::add);
      }
    }
    return impure;
  }

  /// Whether `type` is one that nothing pure may depend on.
  static boolean isImpure(JavaClass type) {
    return !type.isAssignableTo(Throwable.class)
        && !type.isEquivalentTo(Serializable.class)
        && !type.isEquivalentTo(URI.class)
        && (IMPURE_TYPES.contains(type.getName())
            || IMPURE_PACKAGES.stream().anyMatch(impure -> within(type.getPackageName(), impure)));
  }

  private static boolean isImpure(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return isImpure(owner)
        || IMPURE_CALLS.contains(owner.getName() + "." + access.getTarget().getName())
        || (owner.getPackageName().equals("java.time")
            && access.getTarget().getName().equals("now"));
  }

  private static boolean within(String name, String outer) {
    return name.equals(outer) || name.startsWith(outer + ".");
  }

  private static Stream<JavaCodeUnit> reached(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (!within(owner.getPackageName(), "dev.feierabend")) {
      return Stream.empty();
    }
    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> unit.getName().equals(access.getTarget().getName()));
  }
}
