package dev.feierabend.core.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.hosting.Conflict.Kind;
import dev.feierabend.core.hosting.Inventory.Cluster;
import dev.feierabend.core.hosting.Inventory.Habit;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictTest {
  private static final MachineId TWICE = MachineId.of("00000000-0000-0000-0000-000000000007");

  @Test
  void aClusterThatOnlyRestartsAndReservesIsNoRival() {
    assertThat(kinds(Habit.RESTARTS_GUESTS, Habit.RESERVES_ROOM)).isEmpty();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void oneThatMovesSwitchesOrPromisesWithoutRoomIsNamed() {
    assertThat(kinds(Habit.MOVES_GUESTS)).containsExactly(Kind.SECOND_BALANCER);
    assertThat(kinds(Habit.SWITCHES_HOSTS)).containsExactly(Kind.SECOND_OWNER);
    assertThat(kinds(Habit.RESTARTS_GUESTS)).containsExactly(Kind.NO_ROOM_RESERVED);
  }

  @Test
  void anIdThatTwoMachinesBearIsAConflictOfItsOwn() {
    var inventory = inventory(List.of(), TWICE);

    assertThat(inventory.conflicts())
        .containsExactly(new Conflict(Kind.AMBIGUOUS_ID, TWICE.toString()));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyConflictIsASentenceInBothLanguagesThatNamesWhereItIs(Kind kind) {
    var conflict = new Conflict(kind, "north");

    String english = new ConflictText(Locale.ENGLISH).of(conflict);
    String german = new ConflictText(Locale.GERMAN).of(conflict);

    assertThat(english).contains("north").endsWith(".").doesNotContain("{", "''");
    assertThat(german).contains("north").endsWith(".").isNotEqualTo(english);
  }

  @Test
  void aPatienceOfNothingIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Patience.of(Duration.ZERO));
  }

  private static List<Kind> kinds(Habit... habits) {
    return inventory(List.of(new Cluster("north", Set.of(habits)))).conflicts().stream()
        .map(Conflict::kind)
        .toList();
  }

  private static Inventory inventory(List<Cluster> clusters, MachineId... ambiguous) {
    return new Inventory(
        Instant.EPOCH, clusters, List.of(), List.of(), new TreeSet<>(Set.of(ambiguous)));
  }
}
