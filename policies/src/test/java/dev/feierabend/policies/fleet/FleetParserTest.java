package dev.feierabend.policies.fleet;

import static dev.feierabend.policies.Documents.FLEET;
import static dev.feierabend.policies.Documents.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetParserTest {
  private final Fleet fleet = fleet(FLEET);

  @Test
  void ownersAreRead() {
    assertThat(fleet.name()).isEqualTo("three-towns");
    assertThat(fleet.tenants())
        .extracting(Tenant::name)
        .containsExactly("Gemeinde Ahausen", "Stadt Bdorf");
    assertThat(fleet.poolsOf(new TenantId("ahausen")))
        .containsExactly(new PoolId("ahausen-office"));
    assertThat(fleet.pools().getFirst().namespaces()).containsExactly("ahausen-db", "ahausen-web");
    assertThat(fleet.pools().getLast().tenant()).isEmpty();
  }

  @Test
  void aHostIsReadWithItsElectricityControlAndGuests() {
    Host host = fleet.hosts().getFirst();

    assertThat(host.id()).isEqualTo(MachineId.of("4c4c4544-0042-3510-8051-b4c04f4d4b31"));
    assertThat(host.capacity()).isEqualTo(new Resources(32, 256 * 1024));
    assertThat(host.electricity().curve().at(1).value()).isEqualTo(380);
    assertThat(host.electricity().boot()).isEqualTo(Duration.ofMinutes(4));
    assertThat(host.control()).contains(new Control("bmc", "redfish", "System.1"));
    assertThat(host.rack()).contains("rack-1");
    assertThat(host.untouchable()).isTrue();
    assertThat(host.guests()).extracting(Guest::name).containsExactly("vm-1", "vm-2");
    assertThat(host.guests().getFirst().size()).isEqualTo(new Resources(2.5, 8 * 1024));
    assertThat(host.guests()).extracting(Guest::movable).containsExactly(true, false);
    assertThat(host.guests().getLast().node()).contains("worker-1");
  }

  @Test
  void howManyBootAtOnceIsSaidOfRacksFeedsAndBootStorages() {
    String limited =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: hall}
        spec:
          racks:
            - {name: rack-1, feed: feed-a, bootStorage: san-1, wakesAtOnce: 8}
            - {name: rack-2, feed: feed-b}
          feeds: [{name: feed-a, wakesAtOnce: 20}, {name: feed-b}]
          bootStorages: [{name: san-1, wakesAtOnce: 12}]
        """;
    var parsed = FleetParser.parse("hall", limited.getBytes(StandardCharsets.UTF_8));

    assertThat(parsed)
        .isInstanceOfSatisfying(
            Parsed.Valid.class,
            valid ->
                assertThat(((Fleet) valid.value()).racks())
                    .containsExactly(
                        new Rack(
                            "rack-1",
                            new Rack.Supply("feed-a", Optional.of(20)),
                            Optional.of(new Rack.Supply("san-1", Optional.of(12))),
                            Optional.of(8)),
                        new Rack(
                            "rack-2",
                            new Rack.Supply("feed-b", Optional.empty()),
                            Optional.empty(),
                            Optional.empty())));
  }

  @Test
  void aControllerKnowsAHostByItsUuidUnlessTheDocumentSaysOtherwise() {
    Host host = fleet.hosts().getLast();

    assertThat(host.control())
        .isEqualTo(
            Optional.of(new Control("box", "sandbox", "4c4c4544-0042-3510-8051-b4c04f4d4b34")));
    assertThat(host.electricity().curve().at(0.5).value()).isEqualTo(100);
  }
}
