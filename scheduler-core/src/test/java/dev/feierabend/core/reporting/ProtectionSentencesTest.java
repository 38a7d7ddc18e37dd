package dev.feierabend.core.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.core.planning.Reason.Tie;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectionSentencesTest {
  private static final String POD = "data/etcd-0";

  static Stream<Protection> found() {
    Stream<Protection> others =
        Stream.of(
            new Reason.ControlPlane(POD),
            new Reason.OwnHost(POD),
            new Reason.StoresHost(POD),
            new Reason.Quorum("etcd", POD),
            new Reason.Unlisted(POD));
    return Stream.concat(others, Stream.of(Tie.values()).map(tie -> new Reason.Tied(POD, tie)));
  }

  @ParameterizedTest
  @MethodSource("found")
  void whatRunsThereIsNamedInBothLanguages(Protection protection) {
    String english = new Wording(Locale.ENGLISH).reason(protection);
    String german = new Wording(Locale.GERMAN).reason(protection);

    assertThat(english).contains(POD, "runs there");
    assertThat(german).contains(POD, "dort läuft").isNotEqualTo(english);
  }

  @Test
  void aClusterThatDecidesByItselfIsNamedInBothLanguages() {
    var protection = new Reason.SelfWilled("halle-a");

    assertThat(new Wording(Locale.ENGLISH).reason(protection))
        .isEqualTo("its cluster halle-a moves guests or switches hosts by itself");
    assertThat(new Wording(Locale.GERMAN).reason(protection))
        .isEqualTo("sein Cluster halle-a verschiebt Gäste oder schaltet Hosts von sich aus");
  }

  @Test
  void whomNoWakeListCouldBringBackIsToldInBothLanguages() {
    var protection = new Reason.OffTheWakeList("proxmox");

    assertThat(new Wording(Locale.ENGLISH).reason(protection))
        .isEqualTo(
            "a wake list is kept, and feierabend wake can't bring it back, as its controller is of kind proxmox");
    assertThat(new Wording(Locale.GERMAN).reason(protection))
        .isEqualTo(
            "es wird eine Weckliste geführt, und feierabend wake kann es nicht zurückholen, weil sein Controller von der Art proxmox ist");
  }
}
