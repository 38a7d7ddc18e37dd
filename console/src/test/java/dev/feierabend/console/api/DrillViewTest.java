package dev.feierabend.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Makes;
import dev.feierabend.core.acting.Practice;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is told of a host that sleeps.
class DrillViewTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant BEFORE = NIGHT.minus(Duration.ofDays(1));

  @Test
  void aDrillThatIsDemandedWhileItSleepsIsTold() {
    DrillView view = view(practice(Optional.of("BIOS 2.4"), Optional.of(NIGHT)));

    assertThat(view.state()).isEqualTo("asleep");
    assertThat(view.because()).isEqualTo("BIOS 2.4");
  }

  @Test
  void oneThatIsDemandedOfAHostThatIsOnIsDue() {
    DrillView view = view(practice(Optional.of("BIOS 2.4"), Optional.empty()));

    assertThat(view.state()).isEqualTo("wanted");
    assertThat(view.because()).isEqualTo("BIOS 2.4");
  }

  @Test
  void whoSleepsAndOfWhomNothingIsDemandedIsKnownToWake() {
    DrillView view = view(practice(Optional.empty(), Optional.of(NIGHT)));

    assertThat(view.state()).isEqualTo("passed");
    assertThat(view.because()).isNull();
  }

  private static Practice practice(Optional<String> wanted, Optional<Instant> off) {
    return new Practice(
        Optional.of(BEFORE),
        List.of(120),
        Optional.empty(),
        wanted,
        Optional.empty(),
        off,
        Optional.empty(),
        new Makes(Make.UNTOLD, Make.UNTOLD, Make.UNTOLD));
  }

  private static DrillView view(Practice known) {
    var host = new MachineId(new UUID(1, 2));
    return DrillView.of(host, "host-1", known, Drilling.REQUIRED, NIGHT.plusSeconds(60));
  }
}
