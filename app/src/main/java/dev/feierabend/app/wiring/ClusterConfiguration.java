package dev.feierabend.app.wiring;

import dev.feierabend.console.api.Telling;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.forecasting.hindsight.Hindsight;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.events.ClusterEvents;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import dev.feierabend.kubernetes.resources.PolicyReading;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a cluster's people ask for by objects, and are told by Events.
@Configuration(proxyBeanMethods = false)
class ClusterConfiguration {
  @Bean
  Tidings tidings() {
    return new Tidings();
  }

  /// By another user agent than the work's, of which each write is one effect.
  @Bean
  Duty clusterDuty(
      ServiceProperties properties,
      ClusterDuty.Setting setting,
      Tidings tidings,
      Timetable timetable,
      InstantSource clock) {
    if (!setting.home()) {
      return Duty.NONE;
    }
    var client =
        KubernetesClients.of(
            Optional.ofNullable(properties.kubeconfig()), "feierabend-notes/" + Release.version());
    return new ClusterDuty(client, setting, tidings, timetable, clock);
  }

  @Bean
  ClusterDuty.Setting clusterSetting(
      ServiceProperties properties,
      Memory memory,
      Telling telling,
      Fleet fleet,
      Optional<ClusterDocuments.Books> books) {
    var recipes = RecipeSettings.read(properties.recipes(), properties.withoutRecipes());
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("feierabend");
    return new ClusterDuty.Setting(
        Worlds.isHome(fleet),
        books.filter(_ -> properties.customResources()),
        new ClusterEvents.Setting(home(fleet), recipes, memory.plans(), telling.zone(), host));
  }

  @Bean
  ClusterDocuments.Books clusterBooks(
      Memory memory, Journal journal, Fleet fleet, Evaluation evaluation, AllowedHosts allowed) {
    return new ClusterDocuments.Books(
        new Clerk(
            memory.agreements(),
            memory.deputies(),
            journal,
            new Hindsight(journal, fleet, evaluation)),
        memory.exceptions(),
        new PolicyReading(home(fleet), evaluation, allowed));
  }

  /// A namespace of this cluster speaks for nobody whose namespace of that name is in another.
  private static Fleet home(Fleet fleet) {
    return fleet.in(Optional.empty());
  }
}
