package dev.feierabend.core.agreeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every state that three people can bring two customers' agreements into, over four evenings.
/// `-Ddepth=8` goes eight commands deep; every build goes five.
class LifeModelTest {
  private static final Pattern CODE =
      Pattern.compile("Decision\\.reject\\(\\s*\"([a-z-]+)\"", Pattern.DOTALL);

  @Test
  void nothingEverSleepsWithoutConsentAndEveryRefusalIsReached() throws IOException {
    var released = new Released((town, digest, day) -> town.witness().agreed(digest, day));
    var worlds = new Worlds(Integer.getInteger("depth", 5), released, People::interchanged);

    worlds.explore();

    System.out.println(worlds.figures());
    assertThat(released.asleep()).as("kinds of evening on which something sleeps").isPositive();
    assertThat(worlds.refusals()).isEqualTo(codes("agreeing", "deputising"));
  }

  @Test
  void aReleaseWithoutConsentWouldBeSeen() {
    var forgetful = new Worlds(2, new Released((_, _, _) -> false), People::interchanged);

    assertThatThrownBy(forgetful::explore)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("without consent");
  }

  @Test
  void whoIsWhoChangesNeitherWhatIsRefusedNorWhatSleeps() {
    var released = new Released((town, digest, day) -> town.witness().agreed(digest, day));
    var worlds = new Worlds(3, released, People::interchanged);
    var apart = new Released((town, digest, day) -> town.witness().agreed(digest, day));
    var allApart = new Worlds(3, apart, UnaryOperator.identity());

    worlds.explore();
    allApart.explore();

    assertThat(worlds.refusals()).isEqualTo(allApart.refusals());
    assertThat(released.asleep()).isEqualTo(apart.asleep());
    assertThat(worlds.size()).isLessThan(allApart.size());
  }

  /// Every code that the two packages can refuse with, read from their sources.
  private static Set<String> codes(String... packages) throws IOException {
    var codes = new TreeSet<String>();
    for (String name : packages) {
      Path sources = Path.of("src/main/java/dev/feierabend/core", name);
      try (var files = Files.list(sources)) {
        for (Path file : files.toList()) {
          CODE.matcher(Files.readString(file)).results().forEach(r -> codes.add(r.group(1)));
        }
      }
    }
    return codes;
  }
}
