package dev.feierabend.core.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExemptSentencesTest {
  private static final String SEEN = "spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete";

  @Test
  void whatWouldLoseItsDataIsToldInBothLanguages() {
    var reason = new Reason.Exempt(List.of(exemption("files", Ground.DATA_LOST)));

    assertThat(said(reason, Locale.ENGLISH))
        .isEqualTo(
            "Left on, because a sleep of statefulset/office/files would delete what its volumes hold ("
                + SEEN
                + ").");
    assertThat(said(reason, Locale.GERMAN))
        .isEqualTo(
            "Bleibt an, denn ein Schlaf von statefulset/office/files würde löschen, was auf seinen Volumes liegt ("
                + SEEN
                + ").");
  }

  @ParameterizedTest
  @EnumSource(Ground.class)
  void whateverKeepsItUpIsToldWithWhatSaysSo(Ground ground) {
    var reason = new Reason.Exempt(List.of(exemption("files", ground)));
    String english = said(reason, Locale.ENGLISH);

    assertThat(english).contains("statefulset/office/files", SEEN);
    assertThat(said(reason, Locale.GERMAN))
        .contains("statefulset/office/files", SEEN)
        .isNotEqualTo(english);
  }

  @Test
  void ofManyTheFirstFewAreToldAndHowManyThereAre() {
    var reason =
        new Reason.Exempt(
            IntStream.range(0, 9).mapToObj(it -> exemption("set-" + it, Ground.PAUSED)).toList());

    assertThat(said(reason, Locale.ENGLISH))
        .contains("set-4")
        .doesNotContain("set-5")
        .contains("9");
    assertThat(said(reason, Locale.GERMAN)).contains("set-4", "insgesamt 9");
  }

  private static Exemption exemption(String name, Ground ground) {
    return new Exemption(new WorkloadId("statefulset/office/" + name), ground, SEEN);
  }

  private static String said(Reason reason, Locale locale) {
    return new Sentences(locale, ZoneOffset.UTC, UnaryOperator.identity())
        .of(new PlanSkipped(Evening.OWNER, reason, Instant.EPOCH));
  }
}
