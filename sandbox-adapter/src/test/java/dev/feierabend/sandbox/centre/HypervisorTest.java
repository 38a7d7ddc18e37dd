package dev.feierabend.sandbox.centre;

import static dev.feierabend.sandbox.centre.SmallCentre.START;
import static dev.feierabend.sandbox.centre.SmallCentre.action;
import static dev.feierabend.sandbox.centre.SmallCentre.guest;
import static dev.feierabend.sandbox.centre.SmallCentre.host;
import static dev.feierabend.sandbox.centre.SmallCentre.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HypervisorTest {
  private static final int MOVE_SECONDS = 32; // 16 GiB, two seconds each
  private final SmallCentre small = new SmallCentre();

  private Answer wake(int guest, int host, int number) {
    return small.hypervisor.wake(
        new Step.Wake(guest(guest), 1, 0, Optional.of(host(host))),
        action("wake/" + guest + "#" + number));
  }

  private static Answer drain(SmallCentre small, Move... moves) {
    return small.hypervisor.drain(host(0), List.of(moves), action("drain/0#1"));
  }

  @Test
  void aGuestGoesDownInItsTimeAndIsToldWithWhatToRestore() {
    small.sleep(0);
    var going = small.after(29).seenGuest(0);
    assertThat(going.asleep()).isTrue();
    assertThat(going.on()).containsExactly(host(0));

    var asleep = small.after(1).seenGuest(0);
    assertThat(asleep.ready()).isZero();
    assertThat(asleep.on()).isEmpty();
    assertThat(asleep.restore()).contains(new Restore(1, 0));
  }

  @Test
  void aGuestComesUpInItsTimeOnTheHostItIsTold() {
    small.sleep(0, 3);
    small.after(60);

    assertThat(wake(0, 1, 1)).isEqualTo(Answer.DONE);

    assertThat(small.after(59).seenGuest(0).ready()).isZero();
    var up = small.after(31).seenGuest(0);
    assertThat(up.ready()).isEqualTo(1);
    assertThat(up.on()).containsExactly(host(1));
    assertThat(up.restore()).isEmpty();
  }

  @Test
  void anActionThatHasTakenEffectTakesNoSecondOneWhateverHappenedSince() {
    small.sleep(0);
    small.after(60);
    wake(0, 0, 1);
    small.after(100);

    wake(0, 0, 1);
    small.hypervisor.sleep(new Step.Sleep(guest(0), 0), action("sleep/0#2"));
    small.after(60);
    small.hypervisor.sleep(new Step.Sleep(guest(0), 0), action("sleep/0#2"));
    wake(0, 0, 2);
    small.after(100);
    wake(0, 0, 2);

    assertThat(small.seenGuest(0).ready()).isEqualTo(1);
    assertThat(small.centre.log().effects())
        .extracting(effect -> effect.action().orElseThrow().value(), Effect::changed)
        .containsExactly(
            tuple("sleep/0#1", true),
            tuple("wake/0#1", true),
            tuple("wake/0#1", false),
            tuple("sleep/0#2", true),
            tuple("sleep/0#2", false),
            tuple("wake/0#2", true),
            tuple("wake/0#2", false));
  }

  @Test
  void aLateRepetitionOfASleepDoesNotPutWhatAPersonWokeToSleep() {
    small.sleep(0);
    small.after(60);
    var person = new Hypervisor(small.centre, Faults.NONE, new Luck(1));
    person.wake(new Step.Wake(guest(0), 1, 0, Optional.empty()), action("by-hand"));
    small.after(100);

    small.hypervisor.sleep(new Step.Sleep(guest(0), 0), action("by-hand"));

    assertThat(small.after(60).seenGuest(0).ready()).isEqualTo(1);
  }

  @Test
  void aGuestIsRefusedWhereItCannotRun() {
    small.sleep(0, 2, 3);
    small.after(60);
    small.hypervisor.cordon(host(1), action("cordon/1#1"));
    assertThat(wake(0, 1, 1)).as("out of service").isInstanceOf(Answer.Refused.class);
    small.hypervisor.admit(host(1), action("admit/1#1"));
    assertThat(wake(2, 1, 1)).as("tied to host 0").isInstanceOf(Answer.Refused.class);
    small.hypervisor.drain(host(2), List.of(move(6, 2, 1), move(7, 2, 1)), action("drain/2#1"));
    small.after(60);
    assertThat(wake(0, 1, 2)).as("full").isInstanceOf(Answer.Refused.class);

    assertThat(small.seenGuest(0).asleep()).isTrue();
    assertThat(wake(0, 0, 3)).isEqualTo(Answer.DONE);
  }

  @Test
  void aTiedGuestIsSeenAtHomeEvenAsleepAndAMovableOneNowhere() {
    small.sleep(0, 2);
    small.after(60);

    assertThat(small.seenGuest(0).mobility()).isEqualTo(Mobility.MIGRATED);
    assertThat(small.seenGuest(0).on()).isEmpty();
    assertThat(small.seenGuest(2).mobility()).isEqualTo(Mobility.PINNED);
    assertThat(small.seenGuest(2).on()).containsExactly(host(0));
    assertThat(small.seenHost(0).occupied()).as("by guest 1").isTrue();
  }

  @Test
  void strangersAreRefused() {
    assertThat(small.hypervisor.sleep(new Step.Sleep(guest(77), 0), action("a")))
        .isInstanceOf(Answer.Refused.class);
    assertThat(small.hypervisor.cordon(host(77), action("b"))).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aGuestMovesInTheTimeItsMemoryTakesAndServesMeanwhile() {
    small.sleep(3, 4, 5);
    small.after(60);
    drain(small, move(0, 0, 1));

    var moving = small.after(MOVE_SECONDS - 1).seenGuest(0);
    assertThat(moving.on()).containsExactly(host(0));
    assertThat(moving.ready()).isEqualTo(1);
    assertThat(small.seenHost(1).occupied()).as("a guest is on its way").isTrue();
    assertThat(small.after(1).seenGuest(0).on()).containsExactly(host(1));
  }

  @Test
  void twoLeaveAHostAtATimeAndAskedAgainItGoesOn() {
    small.sleep(3, 4, 5);
    small.after(60);
    drain(small, move(0, 0, 1), move(1, 0, 2));
    small.after(MOVE_SECONDS);
    small.hypervisor.drain(host(2), List.of(move(1, 2, 1)), action("a"));
    small.after(MOVE_SECONDS);
    var back = List.of(move(0, 1, 0), move(1, 1, 0), move(6, 2, 0));

    small.hypervisor.drain(host(1), back, action("b"));
    small.hypervisor.drain(host(1), back, action("b"));

    small.after(MOVE_SECONDS);
    assertThat(small.seenHost(1).occupied()).isFalse();
    assertThat(small.seenGuest(6).on()).containsExactly(host(2));
    assertThat(small.centre.log().effects().getLast().changed()).isFalse();
  }

  @Test
  void nothingMovesToAHostOutOfServiceOrWithoutRoomAndNothingTiedMoves() {
    small.hypervisor.cordon(host(1), action("cordon/1#1"));
    drain(small, move(0, 0, 1), move(2, 0, 2), move(1, 0, 2));
    small.hypervisor.drain(host(1), List.of(move(3, 1, 2)), action("drain/1#1"));

    small.after(120);

    assertThat(small.seenGuest(0).on()).containsExactly(host(0));
    assertThat(small.seenGuest(1).on()).containsExactly(host(2));
    assertThat(small.seenGuest(2).on()).containsExactly(host(0));
    assertThat(small.seenGuest(3).on()).as("host 2 is full").containsExactly(host(1));
  }

  @Test
  void aMigrationThatFailsEndsWhereItBeganAndMayBeTriedAgain() {
    var broken = new SmallCentre(new Trouble.CannotMove(guest(0), START, START.plusSeconds(60)));
    drain(broken, move(0, 0, 1), move(1, 0, 2));
    broken.after(60);
    assertThat(broken.seenGuest(0).on()).containsExactly(host(0));
    assertThat(broken.seenGuest(0).ready()).isEqualTo(1);
    assertThat(broken.seenGuest(1).on()).containsExactly(host(2));

    drain(broken, move(0, 0, 1));

    assertThat(broken.after(60).seenGuest(0).on()).containsExactly(host(1));
  }
}
