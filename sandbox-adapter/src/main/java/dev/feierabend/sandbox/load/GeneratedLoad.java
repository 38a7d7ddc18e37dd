package dev.feierabend.sandbox.load;

import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.centre.Luck;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// Load by the clock of the people who use a guest, told by its label `rhythm`: office, school or
/// backup; anything else is steadily busy. Noise by seed, a new draw every five minutes.
public final class GeneratedLoad implements LoadModel {
  private static final long STEP = Duration.ofMinutes(5).toSeconds();
  private static final double IDLE = 0.04;

  private final Luck luck;
  private final ZoneId zone;
  private final Set<LocalDate> holidays;

  public GeneratedLoad(Luck luck, ZoneId zone, Set<LocalDate> holidays) {
    this.luck = luck;
    this.zone = zone;
    this.holidays = Set.copyOf(holidays);
  }

  @Override
  public double cores(Guest guest, Instant at) {
    double share =
        switch (guest.labels().getOrDefault("rhythm", "steady")) {
          case "office" -> working(at) ? hump(hour(at), 6, 19) * 0.7 : IDLE;
          case "school" -> working(at) ? hump(hour(at), 7, 16) * 0.8 : IDLE;
          case "backup" -> hour(at) >= 20 || hour(at) < 5 ? 0.75 : 0.1;
          default -> 0.25;
        };
    double noise = luck.between(0.8, 1.2, "load", guest.id(), at.getEpochSecond() / STEP);
    return Math.min(1, Math.max(IDLE, share) * noise) * guest.size().cores();
  }

  private boolean working(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return local.getDayOfWeek() != DayOfWeek.SATURDAY
        && local.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(local.toLocalDate());
  }

  private double hour(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return local.getHour() + local.getMinute() / 60.0;
  }

  /// A day's work: nothing outside `from` to `to`, most in the middle.
  private static double hump(double hour, double from, double to) {
    return hour <= from || hour >= to ? 0 : Math.sin(Math.PI * (hour - from) / (to - from));
  }
}
