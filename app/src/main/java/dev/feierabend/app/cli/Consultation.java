package dev.feierabend.app.cli;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.Credentials;
import dev.feierabend.app.wiring.Hypervisors;
import dev.feierabend.app.wiring.RecipeSettings;
import dev.feierabend.app.wiring.ServiceProperties;
import dev.feierabend.app.wiring.ServiceProperties.Mongodb;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the doctor is asked about: what was typed, else what the service's settings name.
///
/// @param journal what was typed; empty where nothing was
record Consultation(
    Optional<String> journal,
    Optional<Path> fleet,
    Optional<Path> kubeconfig,
    Optional<ServiceProperties> settings) {
  private static final String WITHOUT_SETTINGS = "demo-out";

  Store store(MongoLogin login) {
    return journal.isEmpty()
        ? settings
            .map(ServiceProperties::mongodb)
            .<Store>map(Mongodb::store)
            .orElseGet(() -> Store.of(name(), login))
        : Store.of(name(), login);
  }

  /// How the store is typed.
  String name() {
    return journal.or(() -> settings.map(it -> it.journal().toString())).orElse(WITHOUT_SETTINGS);
  }

  Optional<Path> fleetFile() {
    return fleet.or(() -> settings.map(ServiceProperties::fleet));
  }

  Optional<Path> wakeList() {
    return settings.map(ServiceProperties::wakeList);
  }

  Optional<Period> retention(Optional<Period> typed) {
    return typed.or(() -> settings.map(ServiceProperties::retention));
  }

  List<Path> calendars(List<Path> typed) {
    return typed.isEmpty() ? settings.map(ServiceProperties::calendars).orElse(typed) : typed;
  }

  /// The cluster that is named or, by the settings, this runs in, and by the settings all that the
  /// fleet names beside it; none where the fleet is a sandbox.
  List<ClusterExamination> clusters(Locale locale) {
    Optional<Path> file = kubeconfig.or(() -> settings.map(ServiceProperties::kubeconfig));
    if (file.isEmpty() && settings.isEmpty()) {
      return List.of();
    }
    Optional<Fleet> known = known();
    boolean sandbox =
        known.stream()
            .flatMap(it -> it.controllers().stream())
            .anyMatch(controller -> controller.kind().equals("sandbox"));
    return sandbox
        ? List.of()
        : asked(AskedCluster.home(file, known), known)
            .map(it -> new ClusterExamination(it, recipes(), customResources(), locale))
            .toList();
  }

  /// Those that the fleet names, by the settings that tell how they are spoken to.
  List<HypervisorExamination> hypervisors(Locale locale) {
    Optional<Fleet> known = known();
    return settings.stream()
        .flatMap(it ->
            known.stream()
                .flatMap(fleet ->
                    fleet.hypervisors().stream()
                        .map(hypervisor ->
                            new HypervisorExamination(
                                hypervisor,
                                fleet,
                                () -> Hypervisors.of(it, SystemTime.clock()),
                                locale))))
        .toList();
  }

  private Stream<AskedCluster> asked(AskedCluster home, Optional<Fleet> fleet) {
    Stream<AskedCluster> others =
        settings.stream()
            .map(it -> new Credentials(Optional.ofNullable(it.credentials())))
            .flatMap(files -> fleet.stream().flatMap(it -> AskedCluster.others(it, files)));
    return Stream.concat(
        Stream.of(home).filter(it -> kubeconfig.isPresent() || it.matters()), others);
  }

  /// Without settings they are taken wherever the cluster has their definitions.
  private boolean customResources() {
    return settings.map(ServiceProperties::customResources).orElse(true);
  }

  private Recipes recipes() {
    return settings
        .map(it -> RecipeSettings.read(it.recipes(), it.withoutRecipes()))
        .orElseGet(Recipes::shipped);
  }

  /// The fleet, where its document can be read.
  Optional<Fleet> known() {
    return fleetFile().flatMap(Consultation::readable);
  }

  /// What is wrong in it is told where it is examined.
  private static Optional<Fleet> readable(Path file) {
    try {
      return Optional.of(Inputs.fleet(file));
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }
}
