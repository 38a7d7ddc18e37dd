package dev.feierabend.policies.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.fleet.WakeList.Means;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is written is what is read, and nothing but what was written is.
class WakeListTest {
  private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");
  private static final Controller BMC =
      new Controller(
          "bmc-1",
          Controller.REDFISH,
          Optional.of(URI.create("https://bmc-1.example:8443")),
          Optional.of("rack-1"),
          Optional.empty());
  private static final Controller BOARDS =
      new Controller(
          "boards", Controller.IPMI, Optional.empty(), Optional.of("boards"), Optional.empty());
  private static final Controller SEGMENT =
      new Controller(
          "segment",
          Controller.WAKE_ON_LAN,
          Optional.empty(),
          Optional.empty(),
          Optional.of("10.1.2.255:9"));

  private static final WakeList LIST =
      new WakeList(
          "nord",
          NOW,
          new Means(
              Optional.of("/etc/feier\"abend\\x/Zugänge"),
              List.of("QUJD", "REVG"),
              "/usr/bin/ipmitool",
              OptionalInt.of(17),
              4),
          List.of(BMC, BOARDS, SEGMENT),
          List.of(
              sleeper(1, BMC, "System.Embedded.1", Optional.of(NOW.plusSeconds(3_600)), 4),
              sleeper(2, BOARDS, "bmc-2.example:623", Optional.of(NOW.plusSeconds(3_700)), 10),
              sleeper(3, SEGMENT, "52:54:00:12:34:56", Optional.empty(), 1)));

  @Test
  void whatIsWrittenIsWhatIsRead() {
    assertThat(parsed(WakeListText.of(LIST))).isEqualTo(new Parsed.Valid<>(LIST));
    var bare =
        new WakeList(
            "nord",
            NOW,
            new Means(Optional.empty(), List.of(), "ipmitool", OptionalInt.empty(), 1),
            List.of(),
            List.of());
    assertThat(parsed(WakeListText.of(bare))).isEqualTo(new Parsed.Valid<>(bare));
  }

  @Test
  void whoMustBeginToBootFirstStandsFirstAndWhoIsNeededAtNoKnownTimeLast() {
    assertThat(LIST.hosts())
        .extracting(Sleeper::name)
        .containsExactly("host-2", "host-1", "host-3");
  }

  @Test
  void whereverTheFileEndsTooSoonItIsRefusedAtItsLastLine() {
    String whole = WakeListText.of(LIST);
    for (int end = 0; end < whole.length(); end++) {
      String half = whole.substring(0, end);
      Fault fault = onlyFault(half);
      long lines = half.stripTrailing().lines().count();
      assertThat((long) fault.line()).as(half).isBetween(Math.max(1, lines), lines + 1);
      assertThat(fault.expected()).contains("digest");
    }
  }

  @Test
  void whateverByteIsChangedItIsRefused() {
    byte[] whole = WakeListText.of(LIST).getBytes(UTF_8);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      assertThat(WakeListParser.parse("list.yaml", damaged))
          .as("byte %d", i)
          .isInstanceOf(Parsed.Invalid.class);
    }
    assertThat(onlyFault(WakeListText.of(LIST).replace("host-1", "host-9")).toString())
        .startsWith("list.yaml:19:1: expected lines above with the digest that stands here")
        .contains("; write it anew with feierabend wake --export");
  }

  @Test
  void aSealedListOfNonsenseTellsEachPlace() {
    String text =
        WakeListSeal.sealed(
            """
            apiVersion: feierabend.dev/v1
            kind: WakeList
            metadata: {name: nord, written: yesterday}
            spec:
              ipmi: {tool: ipmitool, atOnce: 0}
              controllers:
                - {name: bmc, kind: redfish}
              hosts:
                - {name: host-1, uuid: 00000000-0000-0000-0000-000000000001, boot: PT4M}
            """);
    assertThat(((Parsed.Invalid<WakeList>) parsed(text)).faults())
        .extracting(Fault::line)
        .containsExactly(3, 5, 7, 9);
  }

  private static Fault onlyFault(String text) {
    List<Fault> faults = ((Parsed.Invalid<WakeList>) parsed(text)).faults();
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  private static Parsed<WakeList> parsed(String text) {
    return WakeListParser.parse("list.yaml", text.getBytes(UTF_8));
  }

  private static Sleeper sleeper(
      int number, Controller controller, String system, Optional<Instant> readyBy, int minutes) {
    return new Sleeper(
        new MachineId(new UUID(7, number)),
        "host-" + number,
        new Control(controller.name(), controller.kind(), system),
        readyBy,
        Duration.ofMinutes(minutes));
  }
}
