package dev.feierabend.core.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostWordsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MORNING = Instant.parse("2026-11-24T04:30:00Z");
  private static final WorkloadId MAIL = new WorkloadId("guest/mail");
  private static final Map<String, String> NAMES =
      Map.of(
          machine(12).toString(), "host-12",
          machine(17).toString(), "host-17",
          machine(3).toString(), "host-3",
          machine(4).toString(), "host-4",
          MAIL.value(), "vm-mail");

  private final HostWords english = words(Locale.ENGLISH);
  private final HostWords german = words(Locale.GERMAN);

  @Test
  void aHostThatGoesTellsWhereItsGuestsFit() {
    var reason = new Reason.Vacated(4, List.of(machine(17), machine(12)), MORNING, 18);

    assertThat(english.of(reason))
        .isEqualTo(
            "its 4 guests fit on host-12 and host-17 until Tue 24 Nov 05:30 with 18 % reserve");
    assertThat(german.of(reason))
        .isEqualTo(
            "seine 4 Gäste passen bis Di. 24. Nov. 05:30 mit 18 % Reserve auf host-12 und host-17");
  }

  @Test
  void aSingleGuestIsOneAndOfManyHostsThreeAreNamed() {
    var one = new Reason.Vacated(1, List.of(machine(12)), MORNING, 0);
    var many =
        new Reason.Vacated(
            9, List.of(machine(3), machine(4), machine(12), machine(17)), MORNING, 5);

    assertThat(english.of(one)).startsWith("its guest fits on host-12 until");
    assertThat(german.of(one)).startsWith("sein Gast passt bis");
    assertThat(english.of(many)).contains("fit on host-12, host-17, host-3 and 1 more until");
    assertThat(german.of(many)).endsWith("auf host-12, host-17, host-3 und 1 weitere");
  }

  @Test
  void aHostThatIsAnotherTellsWhatHasChanged() {
    var reason =
        new Reason.MakeChanged(
            List.of(
                new Make.Change(Make.Kind.MEMORY, "256 GiB", "512 GiB"),
                new Make.Change(Make.Kind.BIOS, "2.3", "2.4")));

    assertThat(english.of(reason))
        .endsWith("drilled again: memory 512 GiB instead of 256 GiB, BIOS 2.4 instead of 2.3");
    assertThat(german.of(reason))
        .endsWith("erneut zu prüfen: Speicher 512 GiB statt 256 GiB, BIOS 2.4 statt 2.3");
    for (Make.Kind kind : Make.Kind.values()) {
      assertThat(german.of(new Reason.MakeChanged(List.of(new Make.Change(kind, "1", "2")))))
          .doesNotContain("make-");
    }
  }

  static List<Reason> constraints() {
    return List.of(
        new Reason.Unneeded(MORNING),
        new Reason.NeededFor(MAIL),
        new Reason.HomeOf(MAIL),
        new Reason.MoveLimit(MAIL),
        new Reason.NoCurve(),
        new Reason.NotLookedAt(),
        new Reason.OffTime(20, 30),
        new Reason.Rotated(MORNING),
        new Reason.NoRoom("cores"),
        new Reason.NoRoom(MAIL.value()),
        new Reason.Settled(),
        new Reason.Newcomer(),
        new Reason.BoundTo(MAIL),
        new Reason.KeptApart(MAIL),
        new Reason.UntoldPlace(MAIL, "podAffinity"),
        new Reason.NeverDrilled(),
        new Reason.DrillTooOld(MORNING),
        new Reason.DrillWanted("BIOS 2.4"),
        new Reason.MakeChanged(List.of(new Make.Change(Make.Kind.BIOS, "2.3", "2.4"))),
        new Reason.DrillLost("did not wake", MORNING),
        new Reason.Drilled(MORNING, Optional.empty()),
        new Reason.WokenAhead(MORNING, 58),
        new Reason.LateToWake(MORNING, 10),
        new Reason.StandsIn(machine(12), MORNING),
        new Reason.WakeRefused("busy", MORNING),
        new Reason.Reserve(1),
        new Reason.Reserve(2));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void everyConstraintIsToldInBothLanguages(Reason reason) {
    String one = english.of(reason);
    String other = german.of(reason);

    assertThat(one).isNotEqualTo(other).doesNotContain("{", "guest/");
    assertThat(other).doesNotContain("{", "guest/");
  }

  private static HostWords words(Locale locale) {
    return HostWords.of(locale, BERLIN, id -> NAMES.getOrDefault(id, id));
  }

  private static MachineId machine(int number) {
    return MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
  }
}
