package dev.feierabend.app.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.wiring.Service;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// On the whole service, at a port of its own.
class ServerOfficeTest extends OfficeContract {
  private ConfigurableApplicationContext service;
  private URI base;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("fleet.yaml"), new ThreeTowns(4, 1).fleet());
    Path journal = Files.createDirectory(directory.resolve("journal"));
    Files.writeString(journal.resolve("actors.yaml"), GONE + ": Gerda Gone");
    Path config =
        Files.writeString(
            directory.resolve("feierabend.yaml"),
            """
            spring.profiles.active: demo
            feierabend:
              fleet: %1$s/fleet.yaml
              journal: %1$s/journal
              users:
            %2$s\
            """
                .formatted(directory, Person.users()));
    service = Service.start(config, "--server.port=0");
    base =
        URI.create(
            "http://127.0.0.1:"
                + service.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Override
  Office as(Person who, Locale locale) {
    return office(base, who.login(), locale);
  }

  @Test
  void whoMayNotIsRefusedAndAStrangerIsNotKnown() {
    try (Office office = as(Person.KARL, Locale.ENGLISH)) {
      assertThat(office.ask(new Wish.Freeze(Owner.OPERATOR, "x")))
          .isInstanceOfSatisfying(
              Answer.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("forbidden"));
    }
    try (Office office = office(base, new Login("KARL", "wrong"), Locale.ENGLISH)) {
      assertThat(office.agreements())
          .isInstanceOfSatisfying(
              Answer.Unusable.class,
              no -> assertThat(no.sentence()).contains("the name and password"));
    }
  }

  @Test
  void aReasonThatTheServiceRefusesIsToldWithItsPlace() {
    try (Office office = as(Person.KARL, Locale.ENGLISH)) {
      assertThat(office.ask(new Wish.Freeze(Owner.of(AHAUSEN), " ")))
          .isInstanceOfSatisfying(
              Answer.Unusable.class, no -> assertThat(no.sentence()).contains("\nbecause: "));
    }
  }

  @Test
  void whereNobodyListensIsAnOutage() {
    try (Office office =
        office(URI.create("http://127.0.0.1:1"), Person.KARL.login(), Locale.ENGLISH)) {
      assertThatThrownBy(office::agreements)
          .isInstanceOf(Outage.class)
          .hasMessageStartingWith("http://127.0.0.1:1 can't be reached");
    }
  }

  private static Office office(URI base, Login login, Locale locale) {
    return new ServerOffice(new ServerOffice.Address(base, login, Optional.empty(), locale));
  }
}
