package dev.feierabend.hypervisor.wakeonlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract, and what arrives at a real socket.
class WakeOnLanTest extends PowerControllerContract {
  private static final MachineId MACHINE = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MacAddress CARD = new MacAddress("52:54:00:12:34:56");

  private DatagramSocket segment;

  @BeforeEach
  void somebodyListensInTheSegment() throws IOException {
    segment = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    segment.setSoTimeout(10_000);
  }

  @AfterEach
  void close() {
    segment.close();
  }

  @Override
  protected PowerController controller() {
    return through(here());
  }

  @Override
  protected MachineId machine() {
    return MACHINE;
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    return through(new DatagramSender(InetSocketAddress.createUnresolved("nowhere.invalid", 9)));
  }

  @Test
  void itsOnlyGiftIsToWake() {
    assertThat(controller().offer(MACHINE)).hasToString("Known[capabilities=[ON]]");
  }

  @Test
  void theMagicPacketArrivesAsTheCardWantsIt() throws IOException {
    assertThat(controller().on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(received()).isEqualTo("ffffffffffff" + "525400123456".repeat(16));
  }

  @Test
  void oneThatIsLostOnTheWayIsMadeUpForByTheNext() throws IOException {
    controller().on(MACHINE);

    String first = received();
    assertThat(received()).isEqualTo(first);
    assertThat(received()).isEqualTo(first);
  }

  @Test
  void theFirstWhoIsAwakeInTheSegmentSends() {
    var asleep = new Played("node-1", false, Answer.DONE);
    var awake = new Played("node-2", true, Answer.DONE);
    var spare = new Played("node-3", true, Answer.DONE);

    assertThat(through(asleep, awake, spare).on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(awake.sent).containsExactly(new MagicPacket(CARD));
    assertThat(asleep.sent).isEmpty();
    assertThat(spare.sent).isEmpty();
  }

  @Test
  void whereOneThatIsAwakeCannotSendTheNextOneDoes() {
    var broken = new Played("node-1", true, new Answer.Unknown("no route"));
    var next = new Played("node-2", true, Answer.DONE);

    assertThat(through(broken, next).on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(next.sent).hasSize(1);
  }

  @Test
  void whereAllSleepNobodyIsWokenAndThatIsSaid() {
    assertThat(
            through(
                    new Played("node-1", false, Answer.DONE),
                    new Played("node-2", false, Answer.DONE))
                .on(MACHINE))
        .isEqualTo(
            new Answer.Refused(
                "Expected an awake sender in the segment of 52:54:00:12:34:56 but all sleep: node-1, node-2"));
  }

  @Test
  void withoutAnAddressItGoesToTheServicesOwnSegment() {
    assertThat(DatagramSender.to(Optional.empty()).segment())
        .isEqualTo(new InetSocketAddress("255.255.255.255", 9));
    assertThat(DatagramSender.to(Optional.of("10.1.2.255:7")).segment())
        .isEqualTo(new InetSocketAddress("10.1.2.255", 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "52:54:00:12:34", "52:54:00:12:34:5g", "525400123456"})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MacAddress(address));
  }

  @Test
  void hyphensAndCapitalsAreTheSameAddress() {
    assertThat(new MacAddress("AA-54-00-12-34-56")).isEqualTo(new MacAddress("aa:54:00:12:34:56"));
  }

  private PowerController through(Sender... senders) {
    return new WakeOnLan(Map.of(MACHINE, new Sleeper(CARD, List.of(senders))));
  }

  private Sender here() {
    return new DatagramSender(
        new InetSocketAddress(segment.getLocalAddress(), segment.getLocalPort()));
  }

  private String received() throws IOException {
    var packet = new DatagramPacket(new byte[1_500], 1_500);
    segment.receive(packet);
    return HexFormat.of().formatHex(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  /// A node of the segment, through which a hypervisor would send.
  private record Played(String name, boolean awake, Answer answer, List<MagicPacket> sent)
      implements Sender {
    Played(String name, boolean awake, Answer answer) {
      this(name, awake, answer, new ArrayList<>());
    }

    @Override
    public Answer send(MagicPacket packet) {
      sent.add(packet);
      return answer;
    }
  }
}
