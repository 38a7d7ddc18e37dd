package dev.feierabend.app.wiring;

import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.app.people.Salts;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.console.security.People;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Pace;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.acting.Recorder;
import dev.feierabend.core.acting.Tuning;
import dev.feierabend.core.acting.Vigil;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.journal.WatchedCommitLog;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Mandate;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.naming.Registrar;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Guards;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.proving.Vouched;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Puts the service together; the console finds its beans here.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceProperties.class)
@Import({
  SharedStore.class,
  Watchfulness.class,
  SigningConfiguration.class,
  VouchingConfiguration.class,
  BackupConfiguration.class,
  RetentionConfiguration.class,
  ClosingConfiguration.class,
  PreflightConfiguration.class,
  SilencingConfiguration.class,
  NotifyingConfiguration.class,
  WakeListConfiguration.class,
  ClusterConfiguration.class
})
class ServiceConfiguration {
  @Bean
  InstantSource clock() {
    return SystemTime.clock();
  }

  @Bean
  Fleet fleetDocument(ServiceProperties properties) {
    return FleetFile.read(properties.fleet());
  }

  @Bean
  Mode mode(ServiceProperties properties) {
    return properties.mode();
  }

  @Bean
  Memory memory() {
    return Memory.empty();
  }

  /// The journal closes it.
  @Bean(destroyMethod = "")
  CommitLog commitLog(
      ServiceProperties properties, Optional<MongoStore> mongo, InstantSource clock) {
    return mongo
        .<CommitLog>map(store -> WatchedCommitLog.of(store.log(clock), properties.journal()))
        .orElseGet(() -> EmbeddedCommitLog.open(properties.journal(), clock));
  }

  @Bean
  Persons persons() {
    return new Persons();
  }

  @Bean
  ReadModels readModels(
      ServiceProperties properties,
      Memory memory,
      Persons persons,
      Vouched vouched,
      Tidings tidings) {
    var models = new ArrayList<>(memory.models());
    models.add(persons);
    models.add(vouched);
    models.add(tidings);
    return ReadModels.keptIn(properties.journal().resolve("snapshots"), models);
  }

  @Bean
  Journal journal(CommitLog log, InstantSource clock, ReadModels models) {
    return Slices.journal(log, clock, models);
  }

  @Bean
  Registrar registrar(Persons persons, Journal journal, ServiceProperties properties) {
    return new Registrar(persons, ActorsFile.beside(properties.journal()), journal, new Salts());
  }

  @Bean
  Registration registration(Registrar registrar, People people, InstantSource clock) {
    return new Registration(registrar).enter(people, clock.instant());
  }

  @Bean
  AllowedHosts allowedHosts(ServiceProperties properties) {
    try {
      return new AllowedHosts(properties.readiness().allowed());
    } catch (IllegalArgumentException e) {
      throw new Outage(String.valueOf(e.getMessage()), e);
    }
  }

  @Bean
  Ports ports(
      Fleet fleet,
      ServiceProperties properties,
      AllowedHosts allowed,
      Evenings evenings,
      Memory memory,
      InstantSource clock,
      Optional<WakeListKeeper> wakeList) {
    var worlds =
        new Worlds(properties, allowed, evenings, memory.night().slumber()::tookAway, clock);
    Ports ports = worlds.of(fleet);
    return wakeList.map(list -> Listed.first(ports, list)).orElse(ports);
  }

  @Bean
  FleetPort fleetPort(Ports ports) {
    return ports.fleet();
  }

  @Bean
  Conflicts conflicts(Ports ports) {
    return ports.foresight().conflicts();
  }

  @Bean
  QuartzTimetable timetable() {
    return new QuartzTimetable("feierabend");
  }

  @Bean
  Evaluation evaluation(ServiceProperties properties) {
    return new Evaluation(CalendarSettings.read(properties.calendars()).together());
  }

  @Bean
  Reconciler.Settings reconcilerSettings(
      ServiceProperties properties, Evaluation evaluation, Fleet fleet, Drilling drilling) {
    var rules = properties.rules();
    return new Reconciler.Settings(
        properties.mode(),
        new Guards.Rules(
            rules.minimumHosts(),
            rules.reserve(),
            rules.headroom(),
            rules.staleAfter(),
            rules.candidates()),
        properties.looks().beat().atRest(),
        evaluation,
        new Tuning(
            rules.coverage(),
            properties.atOnce().workloads(),
            properties.staged().settings(),
            Pace.of(fleet),
            properties.busy().settings(),
            drilling,
            properties.readyBy().settings(fleet)));
  }

  @Bean
  Drilling drilling(ServiceProperties properties, Fleet fleet) {
    return properties.drills().settings(fleet);
  }

  @Bean
  Reconciler reconciler(
      Ports ports,
      Memory memory,
      Reconciler.Settings settings,
      ServiceProperties properties,
      Journal journal,
      Optional<Lease> lease) {
    var spool = new WakeSpoolFile(properties.journal().resolve("spooled-wakes.jsonl"));
    Mandate mandate = lease.isPresent() ? lease.get() : Mandate.ALONE;
    return new Reconciler(
        ports.fleet(), ports.effects(), memory, settings, new Recorder(journal, spool, mandate));
  }

  @Bean
  Cadence cadence(
      Reconciler reconciler,
      Timetable timetable,
      InstantSource clock,
      ServiceProperties properties) {
    return new Cadence(reconciler, timetable, clock, properties.looks().beat());
  }

  @Bean
  Unhurried rounds(Ports ports, Fleet fleet, Journal journal, Memory memory) {
    var rounds = new Rounds(ports.load(), fleet, memory.utilisation(), journal);
    return new Unhurried("record-utilisation", rounds);
  }

  @Bean
  Hourly utilisation(Unhurried rounds, Timetable timetable) {
    return new Hourly(timetable, "record-utilisation", rounds);
  }

  @Bean
  Unhurried watch(Ports ports, Memory memory, Reconciler reconciler, Cadence cadence) {
    var vigil = new Vigil(ports.load(), ports.fleet(), memory, reconciler, cadence::soon);
    return new Unhurried("watch-load", vigil::ended);
  }

  /// Apart from what is recorded each hour.
  @Bean
  Hourly watching(Unhurried watch, Timetable timetable, ServiceProperties properties) {
    return new Hourly(timetable, "watch-load", watch, properties.busy().checkedInterval());
  }

  @Bean
  Shift shift(
      Cadence cadence,
      List<Hourly> hourly,
      List<Duty> duties,
      InstantSource clock,
      Optional<MongoStore> shared) {
    return new Shift(cadence, hourly, duties, clock, shared.isEmpty());
  }
}
