package dev.feierabend.app.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/// The product's compiled classes, all modules, tests left out.
final class Product {
  private static final ImportOption NOT_FROM_TEST_JARS =
      location -> !location.matches(Pattern.compile(".*-tests\\.jar!?/.*"));

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(NOT_FROM_TEST_JARS)
          .importPackages("dev.feierabend");

  private Product() {}
}
