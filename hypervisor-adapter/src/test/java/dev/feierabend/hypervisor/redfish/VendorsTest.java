package dev.feierabend.hypervisor.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.hypervisor.switching.Press;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorsTest {
  @Test
  void whatIsShippedIsReadAndForcesNothing() {
    assertThat(Vendors.SHIPPED.entries()).isNotEmpty();
    assertThat(Vendors.SHIPPED.usual().kinds(Press.SOFT_OFF))
        .containsExactly(ResetKind.GRACEFUL_SHUTDOWN);
  }

  @Test
  void aVendorIsKnownByTheBeginningOfItsNameInWhateverCase() {
    assertThat(Vendors.SHIPPED.of("hpe").meters()).startsWith(Meter.POWER);
    assertThat(Vendors.SHIPPED.of("Dell Inc.")).isEqualTo(Vendors.SHIPPED.usual());
    assertThat(Vendors.SHIPPED.of("")).isEqualTo(Vendors.SHIPPED.usual());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ForceOff",
        "PushPowerButton",
        "ForceRestart",
        "PowerCycle",
        "GracefulRestart",
        "On"
      })
  void dataThatWouldForceIsNotTaken(String reset) throws IOException {
    JsonNode data =
        new ObjectMapper()
            .readTree(
                "{\"usual\": {\"on\": [\"On\"], \"softOff\": [\"GracefulShutdown\", \"%s\"]}}"
                    .formatted(reset));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vendors.of(data))
        .withMessageContaining("forces nothing");
  }
}
