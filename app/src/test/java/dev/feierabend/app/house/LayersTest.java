package dev.feierabend.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.PowerController;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/// Who knows whom. Dependencies point inwards.
final class LayersTest {
  /// Modules that the product is made of, and which others each may know.
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.of(
          "policies", Set.of(),
          "scheduler-core", Set.of("policies"),
          "sandbox-adapter", Set.of("policies", "scheduler-core"),
          "k8s-adapter", Set.of("policies", "scheduler-core"),
          "hypervisor-adapter", Set.of("policies", "scheduler-core"),
          "readiness-adapter", Set.of("policies", "scheduler-core"),
          "console", Set.of("policies", "scheduler-core"));

  private static final Set<String> MAY_KNOW_ALL = Set.of("app", "bench", "test-servers");

  private final Map<String, String> modules = Checkout.modulesByPackage();

  @Test
  void everyModuleHasItsPlaceAndItsClassesAreLookedAt() {
    Set<String> seen = Product.CLASSES.stream().map(this::moduleOf).collect(toSet());

    assertThat(MAY_KNOW.keySet())
        .allSatisfy(module -> {
          if (modules.containsValue(module)) {
            assertThat(seen).contains(module);
          }
        });
    assertThat(modules.values()).isSubsetOf(places());
  }

  @Test
  void everyModuleKnowsOnlyWhatLiesFurtherIn() {
    assertThat(trespasses(MAY_KNOW)).isEmpty();
  }

  @Test
  void aTrespassIsSeen() {
    assertThat(trespasses(Map.of("scheduler-core", Set.of())))
        .isNotEmpty()
        .allMatch(trespass -> trespass.contains("dev.feierabend.policies"));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.feierabend.(**)").should().beFreeOfCycles().check(Product.CLASSES);
  }

  @Test
  void onlyTheJournalAndAggregatesKnowAxonOthersMayOnlyMarkHandlersAndRevisions() {
    noClasses()
        .that(not(resideInAPackage("..core.journal")).and(not(simpleNameEndingWith("Aggregate"))))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.axonframework..")
                .and(not(type(EventHandler.class)))
                .and(not(type(Revision.class))))
        .check(Product.CLASSES);
  }

  @Test
  void thePoliciesAndTheCoreKnowNoSpring() {
    noClasses()
        .that(resideInAnyPackage("dev.feierabend.policies..", "dev.feierabend.core.."))
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.."))
        .check(Product.CLASSES);
  }

  /// What has a default is forgotten easily. One does so for all that have nothing to add.
  @Test
  void whoStandsBeforeAPowerControllerPassesOnAllOfIt() {
    List<JavaClass> before =
        Product.CLASSES.stream()
            .filter(type -> type.isAssignableTo(PowerController.class))
            .filter(type -> !type.isAssignableTo(ForwardedPower.class) || type.isInterface())
            .filter(type -> asks(type, PowerController.class))
            .toList();

    assertThat(before).hasSizeGreaterThan(3);
    assertThat(before)
        .allSatisfy(type ->
            assertThat(type.getMethods().stream().map(JavaMethod::getName))
                .contains("offer", "state", "on", "softOff", "reading"));
  }

  private static boolean asks(JavaClass type, Class<?> asked) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(asked));
  }

  private List<String> trespasses(Map<String, Set<String>> mayKnow) {
    return Product.CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> {
          String from = moduleOf(dependency.getOriginClass());
          String to = moduleOf(dependency.getTargetClass());
          return !to.equals(from)
              && !to.equals("none")
              && !mayKnow.getOrDefault(from, places()).contains(to);
        })
        .map(Dependency::getDescription)
        .toList();
  }

  private String moduleOf(JavaClass type) {
    return modules.getOrDefault(type.getPackageName(), "none");
  }

  private static Set<String> places() {
    return Stream.of(MAY_KNOW.keySet(), MAY_KNOW_ALL).flatMap(Set::stream).collect(toSet());
  }
}
