package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillCommandTest {
  @TempDir static Path journal;

  @BeforeAll
  static void twoDays() {
    assertThat(Typed.demo(journal).exit()).isZero();
  }

  @Test
  void whoCameBackFromANightIsKnownToWakeAndWhoNeverSleptIsDue() {
    Typed typed = Typed.of("drill", "list", "--journal", journal);

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.lines())
        .hasSize(6)
        .anyMatch(line -> line.matches("host-0\\d +known to wake +last back .*, at most \\d+ s *"))
        .anyMatch(line -> line.matches("host-0\\d +due: never drilled *"));
  }

  /// Of a host that is on: who sleeps is being tried by that.
  @Test
  void aDrillIsDemandedAndApprovedByTheOperatorAndToldInTheHistory() {
    String[] asked = {"--journal", journal.toString(), "--as", "actor-17", "--operator"};

    Typed demanded = Typed.of(with(asked, "drill", "demand", "host-01", "--because", "BIOS 2.4"));
    Typed approved =
        Typed.of(
            with(
                asked,
                "drill",
                "approve",
                "host-02",
                "--from",
                "2099-12-01T10:00",
                "--until",
                "2099-12-01T12:00"));

    assertThat(demanded.out()).contains("wanted again").contains("BIOS 2.4");
    assertThat(approved.exit()).as(approved.err()).isZero();
    assertThat(approved.out()).contains("approved until 2099-12-01 12:0");
    assertThat(Typed.of("history", "--journal", journal).out())
        .contains("wants host-01 drilled again: BIOS 2.4.")
        .contains("lets host-02 be drilled from");
  }

  @Test
  void oneThatSleepsIsToldAsTriedByItsWake() {
    String[] asked = {"--journal", journal.toString(), "--as", "actor-17", "--operator"};

    Typed demanded = Typed.of(with(asked, "drill", "demand", "host-02", "--because", "BIOS 2.5"));

    assertThat(demanded.out()).contains("wanted again; its wake will tell").contains("BIOS 2.5");
  }

  @Test
  void hostsAreTheOperatorsAndNoOthersAreKnown() {
    Typed customer =
        Typed.of(
            "drill", "demand", "host-02", "--because", "x", "--journal", journal, "--as", "me");
    Typed nowhere =
        Typed.of(
            "drill",
            "demand",
            "host-99",
            "--because",
            "x",
            "--journal",
            journal,
            "--as",
            "me",
            "--operator");

    assertThat(customer.exit()).isEqualTo(Exit.USAGE);
    assertThat(customer.err()).contains("Expected --operator");
    assertThat(nowhere.exit()).isEqualTo(Exit.USAGE);
    assertThat(nowhere.err()).contains("Expected a host of the fleet but found host-99");
  }

  private static Object[] with(String[] asked, Object... words) {
    var all = new Object[words.length + asked.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(asked, 0, all, words.length, asked.length);
    return all;
  }
}
