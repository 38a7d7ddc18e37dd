package dev.feierabend.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.naming.KnownName;
import dev.feierabend.policies.terms.ActorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActorsFileTest {
  private static final ActorId PETRA = new ActorId("actor-17");
  private static final ActorId JONAS = new ActorId("actor-4");
  private static final KnownName NAME = new KnownName("Jonas \"J\" Weiß: 4", "ab".repeat(32));
  @TempDir Path directory;

  @Test
  void whatIsKeptIsReadAgainAndWhatSomebodyWroteInStays() throws IOException {
    Files.writeString(directory.resolve(ActorsFile.NAME), "actor-17: Petra Brandt\n");
    ActorsFile.beside(directory).keep(JONAS, NAME);

    var file = ActorsFile.beside(directory);
    assertThat(file.all()).containsOnlyKeys(JONAS).containsEntry(JONAS, NAME);
    assertThat(file.unbound()).containsOnlyKeys(PETRA).containsEntry(PETRA, "Petra Brandt");
  }

  @Test
  void aNameThatIsBoundIsNoLongerOneThatIsNot() throws IOException {
    Files.writeString(directory.resolve(ActorsFile.NAME), "actor-4: Jonas\n");
    var file = ActorsFile.beside(directory);
    file.keep(JONAS, NAME);

    assertThat(file.unbound()).isEmpty();
    assertThat(file.all()).containsOnlyKeys(JONAS);
  }

  @Test
  void whatIsErasedStandsInNoFile() throws IOException {
    var file = ActorsFile.beside(directory);
    file.keep(JONAS, NAME);
    file.keep(PETRA, new KnownName("Petra Brandt", "cd".repeat(32)));

    file.erase(JONAS);

    assertThat(file.all()).containsOnlyKeys(PETRA);
    try (var left = Files.list(directory)) {
      assertThat(left)
          .singleElement()
          .satisfies(only ->
              assertThat(Files.readString(only)).contains("Petra").doesNotContain("Jonas", "abab"));
    }
  }

  @Test
  void anEntryThatIsNoneIsToldWithItsFile() throws IOException {
    var file = ActorsFile.beside(directory);
    Files.writeString(directory.resolve(ActorsFile.NAME), "actor-4: {name: Jonas}\n");
    assertThatThrownBy(file::all)
        .hasMessageContaining("64 hex digits")
        .hasMessageContaining("actor-4");
    Files.writeString(directory.resolve(ActorsFile.NAME), "Actor Four: Jonas\n");
    assertThatThrownBy(file::all).hasMessageContaining("Actor Four");
  }
}
