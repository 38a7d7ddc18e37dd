package dev.feierabend.app.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.app.house.Checkout;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTemplateTest {
  private static final TenantId TENANT = new TenantId("ahausen");
  private static final SortedSet<PoolId> POOLS =
      new TreeSet<>(Set.of(new PoolId("ahausen-office"), new PoolId("ahausen:db/1")));

  private final Evaluation evaluation = new Evaluation(Calendars.shipped().together());

  /// Tuesday 16 June 2026 is an ordinary day; Thursday 4 June is Corpus Christi in Bavaria.
  @ParameterizedTest
  @CsvSource({
    "town-hall, 2026-06-16T21:00, true",
    "town-hall, 2026-06-18T21:00, false",
    "town-hall, 2026-06-21T12:00, true",
    "town-hall, 2026-06-20T09:00, false",
    "town-hall, 2026-06-16T06:30, false",
    "town-hall, 2026-06-04T12:00, true",
    "town-hall, 2026-12-29T12:00, true",
    "school, 2026-06-16T19:00, true",
    "school, 2026-06-16T08:00, false",
    "school, 2026-06-04T10:00, true",
    "school, 2026-08-18T10:00, true",
    "library, 2026-06-15T10:00, true",
    "library, 2026-06-16T10:00, false",
    "library, 2026-06-20T10:00, false",
    "library, 2026-06-21T03:00, false",
    "library, 2026-06-04T10:00, true",
    "utility-night-batch, 2026-06-16T22:00, true",
    "utility-night-batch, 2026-06-16T02:00, false",
    "utility-night-batch, 2026-06-16T04:30, true",
    "utility-night-batch, 2026-06-16T09:00, false",
    "test-and-staging, 2026-06-16T20:00, true",
    "test-and-staging, 2026-06-16T12:00, false",
    "test-and-staging, 2026-12-28T12:00, true",
    "nightly-backup, 2026-06-16T12:00, true",
    "nightly-backup, 2026-06-16T23:00, false",
    "nightly-backup, 2026-06-20T12:00, false"
  })
  void sleepsAndIsAwakeAsItsPurposeSays(String name, LocalDateTime at, boolean asleep) {
    SchedulePolicy policy = policy(PolicyTemplate.named(name).of("mine", TENANT, POOLS, Land.BY));

    assertThat(evaluation.at(policy, at.atZone(policy.zone()).toInstant()))
        .isInstanceOf(asleep ? Verdict.Asleep.class : Verdict.Awake.class);
  }

  @Test
  void eachIsValidAsItStandsAndForSomebodyElse() {
    for (String name : PolicyTemplate.NAMES) {
      var template = PolicyTemplate.named(name);
      SchedulePolicy mine = policy(template.of("mine", TENANT, POOLS, Land.BE));

      assertThat(policy(template.document()).name()).isEqualTo(name);
      assertThat(mine.name()).isEqualTo("mine");
      assertThat(mine.tenants()).containsExactly(TENANT);
      assertThat(mine.selects().pools()).isEqualTo(POOLS);
      assertThat(mine.asleep().holidays().stream()).allMatch(rules -> rules.land() == Land.BE);
      assertThat(template.purpose(Locale.GERMAN)).isNotEqualTo(template.purpose(Locale.ENGLISH));
    }
  }

  @Test
  void everyFileIsListed() throws IOException {
    Path folder = Checkout.ROOT.resolve("app/src/main/resources/dev/feierabend/app/templates");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(PolicyTemplate.NAMES);
    }
  }

  @Test
  void aNameThatIsNoneIsNotWrittenIntoADocument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            PolicyTemplate.named("school").of("x\", tenant: \"bdorf", TENANT, POOLS, Land.BY));
  }

  private static SchedulePolicy policy(String document) {
    return switch (SchedulePolicyParser.parse("template", document.getBytes(UTF_8))) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) -> throw new AssertionError(faults);
    };
  }
}
