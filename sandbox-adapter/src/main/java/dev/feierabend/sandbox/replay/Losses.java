package dev.feierabend.sandbox.replay;

import dev.feierabend.sandbox.centre.LoadModel;
import java.util.Arrays;

/// Lays load on machines, and counts what nobody serves.
final class Losses {
  private static final double HOURS = LoadModel.SLOT.toSeconds() / 3600.0;

  private final Guests guests;
  private final float[] limits;
  private double coreHours;
  private long busySlots;
  private int busyNow;

  Losses(Guests guests, Settings settings) {
    this.guests = guests;
    this.limits = new float[guests.count()];
    for (int guest = 0; guest < limits.length; guest++) {
      limits[guest] = (float) (settings.vigilance().workload() * (float) guests.size[guest]);
    }
  }

  /// Of a slot whose load was looked at.
  void count(int slot, Machines machines) {
    Arrays.fill(machines.used, 0);
    Arrays.fill(machines.usedAwake, 0);
    double cores = 0;
    busyNow = 0;
    for (int guest = 0; guest < limits.length; guest++) {
      float asked = guests.asked[guest];
      if (Float.isNaN(asked)) {
        continue;
      }
      machines.usedAwake[guests.home[guest]] += asked;
      if (guests.serves(guest, slot)) {
        machines.used[guests.place[guest]] += asked;
      } else {
        cores += asked;
        busyNow += asked >= limits[guest] ? 1 : 0;
      }
    }
    coreHours += cores * HOURS;
    busySlots += busyNow;
  }

  /// How many would be busy now if they were up.
  int busyNow() {
    return busyNow;
  }

  Replayed.Missed missed(long lateMinutes) {
    return new Replayed.Missed(coreHours, busySlots * LoadModel.SLOT.toMinutes(), lateMinutes);
  }
}
