package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.Wishes.Kind;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What all that kube-downscaler is told about one manifest comes to.
record Reckoning(Resource resource, Wishes wishes, Forces forces, Optional<ZoneId> otherwise) {

  static Outcome of(Resource resource, Wishes wishes, Settings settings) {
    return new Reckoning(resource, wishes, Forces.of(wishes), settings.zone()).outcome();
  }

  private Outcome outcome() {
    if (wishes.excluded()) {
      return staysOn(wishes.exclude(), Reason.EXCLUDED);
    }
    if (wishes.staysUp().filter(Read::value).isPresent()) {
      return staysOn(wishes.staysUp(), Reason.REPLICAS_STAY);
    }
    return obstacle()
        .<Outcome>map(reason -> new Outcome.Unsayable(leftOut(reason)))
        .orElseGet(this::scheduled);
  }

  private Outcome staysOn(Optional<? extends Read<?>> because, Reason reason) {
    return new Outcome.StaysOn(
        resource.leftOut(because.<Place>map(Read::at).orElse(resource.at()), reason));
  }

  private Optional<Reason> obstacle() {
    return words().or(this::dates);
  }

  /// What the words alone leave open.
  private Optional<Reason> words() {
    var weekly = weekly();
    if (weekly.stream().anyMatch(spec -> spec.days().isEmpty())) {
      return Optional.of(Reason.NO_DAYS);
    }
    var zones = weekly.stream().map(spec -> spec.zone().or(() -> otherwise)).distinct().toList();
    if (zones.size() > 1) {
      return Optional.of(Reason.SEVERAL_ZONES);
    }
    boolean unknown = zones.isEmpty() ? otherwise.isEmpty() : zones.getFirst().isEmpty();
    return unknown && !forces.specs().isEmpty() ? Optional.of(Reason.NO_ZONE) : Optional.empty();
  }

  /// Dates that would have to beat what beats them here.
  private Optional<Reason> dates() {
    boolean dated = forces.specs().stream().anyMatch(TimeSpec.Dated.class::isInstance);
    boolean sleepsByDate = !asleepOnDates().isEmpty();
    boolean upByDate = forces.dated(Kind.UPTIME).findAny().isPresent();
    boolean downToo =
        !forces.of(Kind.DOWNTIME).isNever() || !forces.of(Kind.FORCE_DOWNTIME).isNever();
    if (dated && forces.byPeriods()) {
      return Optional.of(Reason.DATES_WITH_PERIODS);
    }
    boolean forcedUp = !forces.of(Kind.FORCE_UPTIME).week().isEmpty();
    return (upByDate && downToo) || (sleepsByDate && forcedUp)
        ? Optional.of(Reason.MIXED_DATES)
        : Optional.empty();
  }

  private Outcome scheduled() {
    Optional<WeekMinutes> week = forces.asleep();
    if (week.isEmpty()) {
      return new Outcome.Unsayable(leftOut(Reason.DEPENDS_ON_THE_START));
    }
    if (week.filter(WeekMinutes::isWhole).isPresent()) {
      return new Outcome.Unsayable(leftOut(Reason.NEVER_WAKES));
    }
    if (week.orElseThrow().isEmpty() && asleepOnDates().isEmpty()) {
      return new Outcome.StaysOn(leftOut(Reason.NEVER_SLEEPS));
    }
    return exactly(week.orElseThrow());
  }

  private Outcome exactly(WeekMinutes week) {
    ZoneId zone = zone();
    var asleep = asleepOnDates().stream().map(dated -> local(dated, zone)).toList();
    var awake = awakeOnDates().map(dated -> local(dated, zone)).toList();
    Optional<LocalDateTime> notBefore =
        wishes.excludeUntil().map(until -> LocalDateTime.ofInstant(until.value(), zone));
    return Exactness.obstacle(
            Stream.concat(asleepOnDates().stream(), awakeOnDates()).toList(),
            wishes.excludeUntil().map(Read::value),
            zone)
        .<Outcome>map(reason -> new Outcome.Unsayable(leftOut(reason)))
        .orElseGet(() -> new Outcome.Sleeps(new Schedule(zone, week, asleep, awake, notBefore)));
  }

  private List<TimeSpec.Dated> asleepOnDates() {
    return forces.dated(Kind.DOWNTIME, Kind.FORCE_DOWNTIME).toList();
  }

  private Stream<TimeSpec.Dated> awakeOnDates() {
    return forces.dated(Kind.UPTIME, Kind.FORCE_UPTIME);
  }

  private static Schedule.Dates local(TimeSpec.Dated dated, ZoneId zone) {
    return new Schedule.Dates(
        LocalDateTime.ofInstant(dated.from(), zone), LocalDateTime.ofInstant(dated.to(), zone));
  }

  private ZoneId zone() {
    return weekly().stream()
        .flatMap(spec -> spec.zone().stream())
        .findFirst()
        .or(() -> otherwise)
        .orElseThrow(() -> new IllegalStateException("A zone is asked for first"));
  }

  private List<TimeSpec.Weekly> weekly() {
    return forces.specs().stream()
        .filter(TimeSpec.Weekly.class::isInstance)
        .map(TimeSpec.Weekly.class::cast)
        .toList();
  }

  private LeftOut leftOut(Reason reason) {
    return resource.leftOut(wishes.firstPlace().orElse(resource.at()), reason);
  }
}
