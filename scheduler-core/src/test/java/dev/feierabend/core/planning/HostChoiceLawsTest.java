package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.FourHosts.on;
import static dev.feierabend.core.planning.PlannedWorld.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What holds of consolidation in every world.
class HostChoiceLawsTest {
  @Test
  void theOrderInWhichTheFleetIsToldChangesNothing() {
    for (long seed = 0; seed < 200; seed++) {
      PlannedWorld world = PlannedWorld.generated(seed);
      var machines = new ArrayList<>(world.fleet().hosts());
      var guests = new ArrayList<>(world.fleet().workloads());
      Collections.shuffle(machines, new Random(seed));
      Collections.shuffle(guests, new Random(seed));
      var other = new FleetPort.Snapshot(AT, machines, guests);
      PowerPlan shuffled = new PlannedWorld(other, world.released(), world.guards(), AT).plan();

      assertThat(aims(shuffled)).as("seed %d", seed).isEqualTo(aims(world.plan()));
      assertThat(Set.copyOf(shuffled.moves())).isEqualTo(Set.copyOf(world.plan().moves()));
      assertThat(shuffled.least()).isEqualTo(world.plan().least());
    }
  }

  @Test
  void noPlanIsBelowItsBoundAndWhatGoesIsEmptied() {
    for (long seed = 0; seed < 500; seed++) {
      PlannedWorld world = PlannedWorld.generated(seed);
      PowerPlan plan = world.plan();
      int on = plan.hosts().size() - plan.hostsOff().size();
      assertThat(plan.least().orElse(on)).as("seed %d", seed).isLessThanOrEqualTo(on);
      var left = new HashSet<>(plan.moves().stream().map(Move::workload).toList());
      assertThat(world.fleet().workloads())
          .as("seed %d", seed)
          .filteredOn(guest -> !plan.windows().containsKey(guest.id()))
          .filteredOn(guest -> plan.hostsOff().contains(guest.on().getFirst()))
          .allMatch(guest -> left.contains(guest.id()));
    }
  }

  private static SortedMap<MachineId, HostAim> aims(PowerPlan plan) {
    var aims = new TreeMap<MachineId, HostAim>();
    plan.hosts().forEach(aim -> aims.put(aim.host(), aim));
    return aims;
  }
}
