package dev.feierabend.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.feierabend.app.house.planted.ImpureDecider;
import dev.feierabend.app.house.planted.PureDecider;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever decides, evolves or plans is handed the world, time included, and asks for nothing.
final class PurityTest {
  private static final Set<String> PURE = Set.of("decide", "evolve", "plan");
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(ImpureDecider.class.getPackageName());

  @Test
  void whatDecidesEvolvesOrPlansAsksForNothingItWasNotHanded() {
    List<JavaMethod> pure =
        inner()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> PURE.contains(method.getName()))
            .toList();

    assertThat(pure).isNotEmpty();
    for (JavaMethod method : pure) {
      assertThat(Purity.impureCallsOf(method)).as(method.getFullName()).isEmpty();
    }
  }

  @Test
  void planningDependsOnNoClockNoChanceAndNothingOutside() {
    List<JavaClass> planning =
        inner()
            .filter(type -> type.getPackageName().equals("dev.feierabend.core.planning"))
            .filter(type -> !(type.isInterface() && type.getSimpleName().endsWith("Port")))
            .toList();

    assertThat(planning).isNotEmpty();
    assertThat(planning)
        .allSatisfy(type ->
            assertThat(type.getDirectDependenciesFromSelf())
                .noneMatch(dependency -> Purity.isImpure(dependency.getTargetClass())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "evolve", "plan"})
  void anImpureDeciderIsSeenThroughHelpersPortsAndLambdas(String name) {
    assertThat(Purity.impureCallsOf(method(ImpureDecider.class, name))).isNotEmpty();
  }

  @Test
  void aPureDeciderIsLeftInPeace() {
    assertThat(Purity.impureCallsOf(method(PureDecider.class, "decide"))).isEmpty();
  }

  /// The policies and the core, without the journal, which is where the outside is reached.
  private static Stream<JavaClass> inner() {
    return Product.CLASSES.stream()
        .filter(type -> type.getPackageName().matches("dev\\.feierabend\\.(policies|core)\\..*"))
        .filter(type -> !type.getPackageName().equals("dev.feierabend.core.journal"));
  }

  private static JavaCodeUnit method(Class<?> owner, String name) {
    return PLANTED.get(owner).getMethods().stream()
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
