package dev.feierabend.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the image says of itself and what is in it.
@WhereImagesAreBuilt
final class ImageTest {
  @TempDir private static Path folder;
  private static Image image;

  @BeforeAll
  static void unpack() throws IOException {
    image = Image.unpackedIn(folder);
  }

  @Test
  void itRunsAsAUserWithoutRights() throws IOException {
    assertThat(image.user()).containsExactly("10001", "10001");
    assertThat(Files.readString(image.root().resolve("etc/passwd")))
        .contains("feierabend:x:10001:10001:");
  }

  @Test
  void withoutArgumentsItSaysWhatItCanDo() {
    assertThat(image.texts("Cmd")).containsExactly("--help");
  }

  @Test
  void theJvmTakesItsShareOfWhatTheContainerHas() {
    assertThat(image.texts("Entrypoint"))
        .startsWith("java")
        .anyMatch(it -> it.startsWith("-XX:MaxRAMPercentage="))
        .endsWith("dev.feierabend.app.FeierabendApplication");
  }

  @Test
  void theServiceHasOneCompilerThatDoesNotWaitForLong() {
    assertThat(image.texts("Entrypoint"))
        .contains("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.1");
  }

  @Test
  void noTimeOfItsBuildIsInIt() throws IOException {
    assertThat(image.description().get("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(image.files(""))
        .allSatisfy(file ->
            assertThat(Files.getLastModifiedTime(file).toInstant())
                .isBefore("1970-01-02T00:00:00Z"));
  }

  @Test
  void theRuntimeHasEveryModuleThatAClassRefersTo() throws IOException {
    var references = new References();
    var needed = new TreeSet<String>();
    for (Path jar : image.files("app/libs")) {
      needed.addAll(references.of(jar));
    }

    assertThat(needed).contains("java.base", "java.net.http", "java.sql");
    assertThat(modules()).containsAll(needed).contains("jdk.localedata");
  }

  @Test
  void theLicencesOfWhatIsInsideAreInside() throws IOException {
    assertThat(image.root().resolve("opt/java/legal/java.base/LICENSE")).isNotEmptyFile();
    for (String part : List.of("feierabend", "libc6", "libc-bin")) {
      assertThat(image.root().resolve("usr/share/doc/%s/copyright".formatted(part)))
          .isNotEmptyFile();
    }
    assertThat(image.root().resolve("usr/share/common-licenses/LGPL-2.1")).isNotEmptyFile();
  }

  @Test
  void nothingInItIsAShellOrRunsWithAnothersRights() throws IOException {
    assertThat(image.files(""))
        .noneMatch(file -> Set.of("sh", "bash", "busybox").contains(file.getFileName().toString()))
        .noneMatch(file -> (mode(file) & 06000) != 0);
  }

  private static int mode(Path file) {
    try {
      return (int) Files.getAttribute(file, "unix:mode");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> modules() throws IOException {
    String release = Files.readString(image.root().resolve("opt/java/release"));
    var found = Pattern.compile("MODULES=\"(.*)\"").matcher(release);
    assertThat(found.find()).isTrue();
    return Set.of(found.group(1).split(" "));
  }
}
