package dev.feierabend.console.api;

import dev.feierabend.console.security.People;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.SavingForecaster;
import dev.feierabend.core.forecasting.hindsight.Hindsight;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.naming.Registrar;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.Months;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;

/// Puts the interface together.
@Configuration(proxyBeanMethods = false)
@Import({
  AgreementsController.class,
  CalendarController.class,
  DecisionsController.class,
  DraftsController.class,
  ExceptionsController.class,
  OverridesController.class,
  DeputiesController.class,
  FreezesController.class,
  PersonsController.class,
  HistoryController.class,
  WhyController.class,
  ReportController.class,
  ProofsController.class,
  TlogController.class,
  PlansController.class,
  FleetController.class,
  DrillsController.class,
  EventsController.class
})
@EnableConfigurationProperties(TellingProperties.class)
public class ApiConfiguration {
  @Bean
  Desk desk(Journal journal, Memory memory, SavingForecaster forecaster, InstantSource clock) {
    return new Desk(new Clerk(memory.agreements(), memory.deputies(), journal, forecaster), clock);
  }

  @Bean
  SavingForecaster forecaster(Journal journal, Fleet fleet, Evaluation evaluation) {
    return new Hindsight(journal, fleet, evaluation);
  }

  @Bean
  Register register(Fleet fleet, Memory memory, Desk desk) {
    return new Register(fleet, memory, desk);
  }

  @Bean
  Calendars calendars(
      Register register, Evaluation evaluation, Desk desk, Calendars.Machines machines) {
    return new Calendars(register, evaluation, desk, machines);
  }

  @Bean
  Calendars.Machines machines(Memory memory, Telling telling, Fleet fleet) {
    return new Calendars.Machines(memory, telling, fleet.name());
  }

  @Bean
  Proposals proposals(
      Fleet fleet, Evaluation evaluation, AllowedHosts testable, Register register, Desk desk) {
    return new Proposals(fleet, evaluation, testable, register, desk);
  }

  @Bean
  Overrides overrides(Fleet fleet, Memory memory, Desk desk) {
    return new Overrides(fleet, memory, desk);
  }

  @Bean
  StandIns standIns(Memory memory, Desk desk) {
    return new StandIns(memory, desk);
  }

  @Bean
  Freezes freezes(Memory memory, Desk desk) {
    return new Freezes(memory, desk);
  }

  @Bean
  Personnel personnel(Registrar registrar, People people, Desk desk) {
    return new Personnel(registrar, people, desk);
  }

  @Bean
  Telling telling(Fleet fleet, TellingProperties properties) {
    return new Telling(fleet, properties.zone());
  }

  @Bean
  Chronicle chronicle(Journal journal, Telling telling) {
    return new Chronicle(journal, telling);
  }

  @Bean
  Inquiry inquiry(Journal journal, Fleet fleet, Evaluation evaluation, Telling telling) {
    return new Inquiry(journal, fleet, evaluation, telling);
  }

  @Bean
  Outlook.Ways ways(Mode mode, Evaluation evaluation, ObjectProvider<Reconciler> reconciler) {
    return new Outlook.Ways(
        mode,
        evaluation,
        () ->
            Optional.ofNullable(reconciler.getIfAvailable())
                .map(Reconciler::stack)
                .orElse(Stack.NONE));
  }

  @Bean
  Outlook outlook(Memory memory, Outlook.Ways ways, Telling telling, Register register, Desk desk) {
    return new Outlook(memory, ways, telling, register, desk);
  }

  @Bean
  Contradictions contradictions(Conflicts conflicts) {
    return new Contradictions(conflicts);
  }

  @Bean
  Glance glance(FleetPort port, InstantSource clock) {
    return new Glance(port, clock);
  }

  @Bean
  Inventory inventory(Glance glance, Fleet fleet, Telling telling, Contradictions contradictions) {
    return new Inventory(glance, fleet, telling, contradictions);
  }

  @Bean
  DrillBook drillBook(Fleet fleet, Memory memory, Drilling drilling, Journal journal, Desk desk) {
    return new DrillBook(fleet, memory, drilling, journal, desk);
  }

  @Bean
  Books books(Journal journal, Fleet fleet, TellingProperties properties) {
    return new Books(journal, fleet, new Months(properties.zone()), properties.euroAKwh());
  }

  @Bean
  Accounting accounting(Books books, Register register, SavingForecaster forecaster, Desk desk) {
    return new Accounting(books, register, forecaster, desk);
  }

  @Bean(destroyMethod = "close")
  Live live(Journal journal) {
    return Live.following(journal, Live.Pace.USUAL);
  }

  /// An open stream would hold up the end; so they end first.
  @Bean
  ApplicationListener<ContextClosedEvent> endOfStreams(Live live) {
    return _ -> live.close();
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Feierabend")
                .version("v1")
                .description("What is agreed, planned and recorded, and how to ask for changes."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }
}
