package dev.feierabend.app.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.app.store.DirectoryStore;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.core.naming.KnownName;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOfficeTest extends OfficeContract {
  @TempDir static Path directory;

  @BeforeAll
  void somebodyLeft() {
    ActorsFile.beside(directory).keep(GONE, new KnownName("Gerda Gone", "5a".repeat(32)));
  }

  @Override
  Office as(Person who, Locale locale) {
    return open(directory, Optional.of(fleet()), who, locale);
  }

  @Test
  void withoutAFleetEveryTenantIsTakenOnTrust(@TempDir Path other) {
    try (Office office = open(other, Optional.empty(), Person.KARL, Locale.ENGLISH)) {
      byte[] document =
          document("rathaus").replace("ahausen", "elsewhere").getBytes(StandardCharsets.UTF_8);

      assertThat(office.propose("rathaus.yaml", document)).isInstanceOf(Answer.Given.class);
    }
  }

  private static Office open(Path directory, Optional<Fleet> fleet, Person who, Locale locale) {
    var setting =
        new JournalOffice.Setting(fleet, new Evaluation(HolidayCalendar.NONE), who.asker(), locale);
    return JournalOffice.open(
        new DirectoryStore(directory), ActorsFile.beside(directory), setting, SystemTime.clock());
  }

  private static Fleet fleet() {
    byte[] document = new ThreeTowns(4, 1).fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet.yaml", document)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
