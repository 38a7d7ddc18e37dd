package dev.feierabend.policies;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.net.Socket;
import java.net.URL;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// This module is a function of documents and time: it opens nothing, asks no clock, throws no
/// dice.
class PurityTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.feierabend.policies");

  @Test
  void everyRoomIsThere() {
    assertThat(classes.stream().map(c -> c.getPackageName().replaceFirst(".*\\.", "")).distinct())
        .contains(
            "imports",
            "almanac",
            "language",
            "fleet",
            "evaluation",
            "comparison",
            "feed",
            "calendar",
            "yaml",
            "terms");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.feierabend.policies.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void nothingIsReadWrittenOrCalledOverANetwork() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io", "java.nio.file..", "java.nio.channels..", "java.net.http..")
                .and(DescribedPredicate.not(type(Serializable.class)))
                .or(type(Socket.class))
                .or(type(URL.class)))
        .check(classes);
  }

  @Test
  void noClockIsAsked() {
    noClasses()
        .should()
        .dependOnClassesThat(type(Clock.class).or(type(InstantSource.class)))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "it reads the time",
                (JavaMethodCall call) ->
                    call.getName().equals("now")
                        || call.getName().equals("currentTimeMillis")
                        || call.getName().equals("nanoTime")
                        || call.getName().equals("systemDefault")))
        .check(classes);
  }

  @Test
  void noDiceAreThrown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .check(classes);
  }

  @Test
  void noFrameworkIsNeeded() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "biweekly..",
            "dev.feierabend.policies..",
            "org.apache.commons.text.similarity..",
            "org.snakeyaml.engine..",
            "org.jspecify..")
        .check(classes);
  }
}
