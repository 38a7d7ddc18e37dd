package dev.feierabend.image;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

/// Elsewhere no image is built, so there is none to test; the same file decides in the pom.
@Retention(RUNTIME)
@Target(TYPE)
@EnabledIf(
    value = "dev.feierabend.image.WhereImagesAreBuilt$Here#isDebian",
    disabledReason = "images are built on a Debian or one of its relatives only")
@interface WhereImagesAreBuilt {
  /// Whether this is such a system.
  final class Here {
    private Here() {}

    static boolean isDebian() {
      return Files.exists(Path.of("/usr/bin/dpkg-query"));
    }
  }
}
