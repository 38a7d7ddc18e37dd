package dev.feierabend.app.cli;

import dev.feierabend.app.calendars.JollydayCalendar;
import dev.feierabend.app.store.DirectoryStore;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.policies.almanac.Almanac;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the doctor looks at.
record Examination(Store store, Optional<Path> fleet, List<Path> calendars, Locale locale) {

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(
        new Finding(Runtime.version().feature() >= 25, "java", say("java", Runtime.version())));
    findings.addAll(journal());
    fleet.ifPresent(file -> findings.add(fleet(file)));
    findings.addAll(almanacs());
    return findings;
  }

  private String say(String key, Object... about) {
    return Phrases.ofCommands(locale).of(key, about);
  }

  private List<Finding> journal() {
    return switch (store) {
      case MongoStore mongo -> withWitnesses(new MongoExamination(mongo, locale).findings());
      case DirectoryStore(var directory) when JournalFile.in(directory) ->
          withWitnesses(List.of(journal(directory)));
      case DirectoryStore(var directory) -> List.of(journal(directory));
    };
  }

  /// Only a whole history is asked what they said.
  private List<Finding> withWitnesses(List<Finding> journal) {
    return journal.stream().allMatch(Finding::good)
        ? Stream.concat(journal.stream(), new WitnessExamination(store, locale).findings().stream())
            .toList()
        : journal;
  }

  private Finding journal(Path journal) {
    if (!JournalFile.in(journal)) {
      boolean writable = mayBegin(journal.toAbsolutePath());
      return new Finding(
          writable,
          "journal",
          writable ? say("journal-none-yet", journal) : say("journal-none-ever", journal));
    }
    return switch (JournalVerifier.verify(journal)) {
      case Verification.Intact intact -> Finding.intact(intact, locale);
      case Verification.Broken broken ->
          new Finding(false, "journal", say("journal-broken", FlawText.of(broken, locale)));
      case Verification.Unreadable(var why) -> new Finding(false, "journal", why);
    };
  }

  /// Whether the nearest directory that there is may be written to.
  private static boolean mayBegin(Path directory) {
    Path parent = directory.getParent();
    if (!Files.exists(directory) && parent != null) {
      return mayBegin(parent);
    }
    return Files.isDirectory(directory) && Files.isWritable(directory);
  }

  /// A line each; one whose days have all passed still counts, but says nothing any more.
  private List<Finding> almanacs() {
    try {
      LocalDate today = LocalDate.ofInstant(SystemTime.clock().instant(), ZoneOffset.UTC);
      return Stream.concat(
              Stream.of(new Finding(true, "calendar", new JollydayCalendar().edition())),
              CalendarFiles.read(calendars).almanacs().stream()
                  .map(almanac -> calendar(almanac, today)))
          .toList();
    } catch (Unreadable e) {
      return List.of(new Finding(false, "calendar", String.valueOf(e.getMessage())));
    }
  }

  private Finding calendar(Almanac almanac, LocalDate today) {
    return almanac.outlived(today)
        ? Finding.warning("calendar", say("calendar-outlived", almanac.edition()))
        : new Finding(true, "calendar", almanac.edition());
  }

  private Finding fleet(Path file) {
    try {
      Fleet known = Inputs.fleet(file);
      return new Finding(true, "fleet", say("fleet", known.hosts().size(), known.tenants().size()));
    } catch (Unreadable e) {
      return new Finding(false, "fleet", String.valueOf(e.getMessage()));
    }
  }
}
