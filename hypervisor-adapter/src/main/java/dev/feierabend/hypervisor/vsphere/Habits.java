package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.hosting.Inventory.Habit;
import java.util.EnumSet;
import java.util.Set;

/// What a cluster does by itself: DRS moves guests, DPM switches hosts, HA restarts guests and its
/// admission control reserves room for them. Where a behaviour isn't set, vCenter's default is the
/// automatic one.
final class Habits {
  private Habits() {}

  /// @param configuration a `ClusterConfigInfoEx`
  static Set<Habit> of(Xml configuration) {
    var habits = EnumSet.noneOf(Habit.class);
    if (acts(configuration.at("drsConfig"), "defaultVmBehavior", "fullyAutomated")) {
      habits.add(Habit.MOVES_GUESTS);
    }
    if (acts(configuration.at("dpmConfigInfo"), "defaultDpmBehavior", "automated")) {
      habits.add(Habit.SWITCHES_HOSTS);
    }
    if (configuration.trueAt("dasConfig", "enabled")) {
      habits.add(Habit.RESTARTS_GUESTS);
    }
    if (configuration.trueAt("dasConfig", "admissionControlEnabled")) {
      habits.add(Habit.RESERVES_ROOM);
    }
    return habits;
  }

  private static boolean acts(Xml service, String behaviour, String automatic) {
    String set = service.textAt(behaviour);
    return service.trueAt("enabled") && (set.isEmpty() || set.equals(automatic));
  }
}
