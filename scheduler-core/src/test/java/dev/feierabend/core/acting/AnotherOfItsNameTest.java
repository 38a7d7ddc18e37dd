package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyCluster.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A deployment that somebody deletes while it sleeps, and makes again under the same name.
class AnotherOfItsNameTest {
  private static final WorkloadId MAIL = deployment("mail");
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofHours(1));

  @Test
  void anObjectMadeAnewWhileItsPredecessorSleptIsNotGivenWhatThatOneHad() {
    Town town = town().until(NIGHT);
    town.cluster.uids.put(MAIL, "the second");
    town.cluster.annotations.clear();

    town.until(Town.READY_BY.plus(Duration.ofHours(1)));

    assertThat(town.cluster.of("mail")).isZero();
    assertThat(town.events(ForeignChangeObserved.class))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.subject()).isEqualTo(MAIL.value());
          assertThat(change.found()).isEqualTo("another of its name, 0 replicas");
        });
  }

  @Test
  void anObjectMadeAnewAwakeIsAPersonsAndStaysAwake() {
    Town town = town().until(NIGHT);
    town.cluster.uids.put(MAIL, "the second");
    town.cluster.annotations.clear();
    town.cluster.replicas.put(MAIL, 2);

    town.until(NIGHT.plus(Duration.ofHours(2)));

    assertThat(town.cluster.of("mail")).isEqualTo(2);
    assertThat(town.events(ForeignChangeObserved.class)).hasSize(1);
  }

  @Test
  void anObjectMadeAnewThatWasPutToSleepInItsTurnIsWoken() {
    Town town = town().until(NIGHT);
    town.cluster.uids.put(MAIL, "the second");
    town.cluster.annotations.put(MAIL, new Restore(2, 0));

    town.until(Town.READY_BY);

    assertThat(town.cluster.of("mail")).isEqualTo(2);
    assertThat(town.events(ForeignChangeObserved.class)).isEmpty();
  }

  private static Town town() {
    var town = new Town(0, Mode.ACTIVE);
    town.cluster.replicas.put(MAIL, 3);
    town.agree(Town.POLICY);
    return town;
  }
}
