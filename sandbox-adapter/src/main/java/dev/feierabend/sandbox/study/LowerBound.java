package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;

/// The least energy that is possible at all: at each step the cheapest watts that carry that step's
/// MIPS and memory, were hosts and guests divisible.
///
/// That is a linear program over hosts of each model at each measured tenth of load. Its dual has
/// two unknowns, a price a MIPS and a price a host's memory; whatever prices leave no host a profit
/// beyond its model's number bound the watts from below, and some corner of those prices gives the
/// least watts exactly. The corners don't depend on the demand, so they are looked up once.
final class LowerBound {
  private static final int TENTHS = 10;
  private static final double JOULES_A_KWH = 3.6e6;

  /// `mips * priceOfMips + memory * priceOfMemory = value`.
  private record Line(double mips, double memory, double value) {}

  /// @param profit what all hosts together earn at these prices, in watts
  private record Prices(double ofMips, double ofMemory, double profit) {}

  private record Hosts(HostModel model, int number) {
    double mips(int tenth) {
      return model.capacity() * tenth / TENTHS;
    }

    double profit(double ofMips, double ofMemory) {
      double most = 0;
      for (int tenth = 0; tenth <= TENTHS; tenth++) {
        double watts = model.watts(mips(tenth));
        most = Math.max(most, ofMips * mips(tenth) + ofMemory - watts);
      }
      return number * most;
    }
  }

  private final List<Hosts> hosts;
  private final List<Prices> corners = new ArrayList<>();

  LowerBound(int g4, int g5) {
    hosts = List.of(new Hosts(HostModel.G4, g4), new Hosts(HostModel.G5, g5));
    List<Line> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        addCorner(lines.get(i), lines.get(j));
      }
    }
  }

  static LowerBound ofThePark() {
    return new LowerBound(Park.OF_A_MODEL, Park.OF_A_MODEL);
  }

  /// Where a host at some load earns nothing, and where two loads earn the same.
  private List<Line> lines() {
    var lines = new ArrayList<Line>(List.of(new Line(1, 0, 0), new Line(0, 1, 0)));
    for (Hosts of : hosts) {
      for (int high = 0; high <= TENTHS; high++) {
        double watts = of.model.watts(of.mips(high));
        lines.add(new Line(of.mips(high), 1, watts));
        for (int low = 0; low < high; low++) {
          double more = watts - of.model.watts(of.mips(low));
          lines.add(new Line(of.mips(high) - of.mips(low), 0, more));
        }
      }
    }
    return lines;
  }

  private void addCorner(Line one, Line other) {
    double area = one.mips * other.memory - other.mips * one.memory;
    if (area == 0) {
      return;
    }
    double ofMips = (one.value * other.memory - other.value * one.memory) / area;
    double ofMemory = (one.mips * other.value - other.mips * one.value) / area;
    if (ofMips >= 0 && ofMemory >= 0) {
      double profit = hosts.stream().mapToDouble(of -> of.profit(ofMips, ofMemory)).sum();
      corners.add(new Prices(ofMips, ofMemory, profit));
    }
  }

  /// @param mips at most what all hosts have
  /// @param hostsOfMemory how many hosts the guests' memory fills; 0 where memory is ignored
  double watts(double mips, double hostsOfMemory) {
    double most = 0;
    for (Prices corner : corners) {
      most = Math.max(most, corner.ofMips * mips + corner.ofMemory * hostsOfMemory - corner.profit);
    }
    return most;
  }

  /// Of everybody who is there by the rules, and what they ask for by their samples.
  double kwh(Day day, Rules rules) {
    boolean[] gone = new boolean[day.guests()];
    double joules = 0;
    for (int step = 0; step < Day.STEPS; step++) {
      double mips = 0;
      double memory = 0;
      for (int guest = 0; guest < day.guests(); guest++) {
        GuestKind kind = day.kinds().get(guest);
        gone[guest] |= rules.removesIdleGuests() && step > 0 && day.held(guest, step) == 0;
        mips += gone[guest] ? 0 : day.sample(guest, step) * kind.mips();
        memory += rules.enforcesMemory() ? kind.memoryMb() : 0;
      }
      joules += rules.counts(step) ? watts(mips, memory / Park.MEMORY_MB) * Day.STEP_SECONDS : 0;
    }
    return joules / JOULES_A_KWH;
  }
}
