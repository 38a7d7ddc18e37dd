package dev.feierabend.app.cli;

import dev.feierabend.app.store.DirectoryStore;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.SettingsFile;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.core.archiving.Retention;
import dev.feierabend.core.journal.JournalFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Is everything there? Each line is good or says what to do.
@Command(name = "doctor", description = "Tells whether everything is there, or what to do.")
final class DoctorCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin CalendarFiles calendars = new CalendarFiles();
  @Mixin OfMongo mongo = new OfMongo();

  @Option(
      names = "--journal",
      paramLabel = "STORE",
      description = "The journal's directory or its mongodb:// URI (default: demo-out).")
  @Nullable String journal;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Looks at what a service's settings name: journal, fleet, cluster.")
  @Nullable Path config;

  @Option(names = "--fleet", paramLabel = "FILE", description = "The fleet document.")
  @Nullable Path fleet;

  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Looks at this cluster too.")
  @Nullable Path kubeconfig;

  @ArgGroup(exclusive = false)
  @Nullable OfToken token;

  @Option(
      names = "--retention",
      paramLabel = "PERIOD",
      description = "Warns of events of months that have been over for longer, for example P13M.")
  @Nullable Period retention;

  @Override
  public Integer call() {
    List<Finding> findings = findings();
    if (form.json) {
      form.print(findings);
    } else {
      findings.forEach(spec.commandLine().getOut()::println);
    }
    return findings.stream().allMatch(Finding::good) ? Exit.GOOD : Exit.NO;
  }

  private List<Finding> findings() {
    return Stream.concat(ofStore().stream(), Optional.ofNullable(token).map(this::ofToken).stream())
        .toList();
  }

  private Finding ofToken(OfToken asked) {
    return new TokenExamination(asked, Languages.of(spec)).finding();
  }

  private List<Finding> ofStore() {
    var asked =
        new Consultation(
            Optional.ofNullable(journal),
            Optional.ofNullable(fleet),
            Optional.ofNullable(kubeconfig),
            Optional.ofNullable(config).map(SettingsFile::read));
    try (var store = asked.store(mongo.login())) {
      var findings = new ArrayList<>(examined(store, asked));
      if (store instanceof DirectoryStore(var directory)) {
        findings.addAll(new KeyExamination(directory, Languages.of(spec)).findings());
      }
      asked
          .wakeList()
          .map(file -> new WakeListExamination(file, Languages.of(spec)).finding())
          .ifPresent(findings::add);
      asked
          .retention(Optional.ofNullable(retention))
          .filter(_ -> findings.stream().allMatch(Finding::good))
          .flatMap(kept -> overdue(store, asked.name(), kept))
          .ifPresent(findings::add);
      return findings;
    }
  }

  private List<Finding> examined(Store store, Consultation asked) {
    var calendarFiles = asked.calendars(calendars.files);
    var examination = new Examination(store, asked.fleetFile(), calendarFiles, Languages.of(spec));
    return Stream.of(
            examination.findings().stream(),
            asked.clusters(Languages.of(spec)).stream()
                .flatMap(cluster -> cluster.findings().stream()),
            asked.hypervisors(Languages.of(spec)).stream()
                .flatMap(hypervisor -> hypervisor.findings().stream()),
            Stream.ofNullable(config)
                .flatMap(file ->
                    new OutwardExamination(file, asked.known(), Languages.of(spec)).findings()))
        .flatMap(found -> found)
        .toList();
  }

  private Optional<Finding> overdue(Store store, String name, Period kept) {
    if (store instanceof DirectoryStore(var directory) && !JournalFile.in(directory)) {
      return Optional.empty();
    }
    try {
      var today = LocalDate.ofInstant(SystemTime.clock().instant(), ZoneOffset.UTC);
      return new RetentionExamination(store, name, new Retention(kept), Languages.of(spec))
          .finding(today);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--retention: " + e.getMessage(), e);
    }
  }
}
