package dev.feierabend.core.reporting.energy;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.fleet.Host;
import java.util.Optional;

/// One host's hours and watt hours so far. Where a meter tells an interval's average watts, that is
/// taken; else what the host's electricity says of its state.
final class HostSums {
  private static final double WATTS_A_KILOWATT = 1000;

  private final Host host;
  private final Electricity electricity;
  private final double idleWatts;
  private double byCurve;
  private double metered;
  private double bounds;
  private final MeteredLine line = new MeteredLine();
  private double on;
  private double hoursRunning;
  private double slept;
  private double booted;
  private double gross;
  private double hoursOn;
  private double hoursOff;
  private double hoursUnknown;
  private int switchedOn;

  HostSums(Host host) {
    this.host = host;
    electricity = host.electricity();
    idleWatts = electricity.curve().at(0).value();
  }

  /// @param utilisation 0 to 1
  /// @param mixed whether it wasn't always on in the meter's interval, whose average says nothing
  ///   of when it was, then
  void on(double hours, double utilisation, Optional<Double> meter, boolean mixed) {
    double watts = electricity.curve().at(utilisation).value();
    take(hours, watts, meter);
    Optional<Double> running = meter.filter(_ -> !mixed);
    running.ifPresent(metered -> line.add(hours, utilisation, metered));
    on += running.orElse(watts) * hours;
    hoursRunning += hours;
    hoursOn += hours;
  }

  void off(double hours, Optional<Double> meter) {
    take(hours, electricity.standbyWatts(), meter);
    slept += (idleWatts - electricity.standbyWatts()) * hours;
    gross += idleWatts * hours;
    hoursOff += hours;
  }

  /// A boot that began before the period took its switching there.
  void boot(double hours, boolean begins, Optional<Double> meter) {
    take(hours, electricity.bootWatts(), meter);
    booted += (electricity.bootWatts() - idleWatts) * hours;
    gross += electricity.bootWatts() * hours;
    hoursOn += hours;
    switchedOn += begins ? 1 : 0;
  }

  /// Somewhere between idle and peak.
  void unknown(double hours) {
    double peak = electricity.curve().at(1).value();
    take(hours, (idleWatts + peak) / 2, Optional.empty());
    bounds += (peak - idleWatts) * hours;
    hoursUnknown += hours;
  }

  /// By the meter where its watts tell it, else by the curve; no part is more than the whole.
  private double idle() {
    return Math.min(on, line.withoutLoad().orElse(idleWatts) * hoursRunning);
  }

  private void take(double hours, double watts, Optional<Double> meter) {
    if (meter.isPresent()) {
      metered += meter.get() * hours;
    } else {
      byCurve += watts * hours;
    }
  }

  /// Within one host an error of its curve is the same in every hour, so it adds up.
  HostEnergy account(Method method) {
    double known = Math.hypot(byCurve * method.curve(), metered * method.meter());
    var taken = new Estimate(byCurve + metered, Math.hypot(known, bounds * Method.BETWEEN_BOUNDS));
    var saved = new Estimate(slept - booted, gross * method.curve());
    return new HostEnergy(
        host.id(),
        host.name(),
        taken.times(1 / WATTS_A_KILOWATT),
        saved.times(1 / WATTS_A_KILOWATT),
        on / WATTS_A_KILOWATT,
        idle() / WATTS_A_KILOWATT,
        hoursOn,
        hoursOff,
        hoursUnknown,
        switchedOn);
  }
}
