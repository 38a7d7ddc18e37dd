package dev.feierabend.hypervisor.redfish;

import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import dev.feierabend.hypervisor.switching.Board;
import dev.feierabend.hypervisor.switching.Look;
import dev.feierabend.hypervisor.switching.Press;
import dev.feierabend.hypervisor.switching.SystemUuid;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// One machine at its controller.
final class RedfishMachine implements Board {
  private final MachineId id;
  private final RedfishSystem where;
  private final RedfishAccess access;
  private final RedfishMake make;
  private volatile boolean guards = true;

  RedfishMachine(MachineId id, RedfishSystem where, RedfishAccess access, InstantSource clock) {
    this.id = id;
    this.where = where;
    this.access = access;
    this.make = new RedfishMake(where, access, clock);
  }

  RedfishSystem where() {
    return where;
  }

  Reply send(Request request) {
    return access.send(request);
  }

  /// Whether a reset says which state it is meant for. A controller that found a state changed that
  /// it had just shown may name states at random, and isn't told any more.
  boolean guards() {
    return guards;
  }

  void stopGuarding() {
    guards = false;
  }

  @Override
  public Discreet discreet() {
    return access.discreet();
  }

  @Override
  public void close() {
    access.close();
  }

  @Override
  public Look look() {
    return seen(
        view -> {
          make.saw(view.system());
          return new Look.Seen(view);
        },
        hidden -> hidden);
  }

  @Override
  public Make make() {
    return make.told();
  }

  private <T> T seen(Function<RedfishView, T> shown, Function<Look.Hidden, T> hidden) {
    return switch (access.send(Request.get(where.resource()))) {
      case Said said when said.accepted() -> {
        Optional<SystemView> view = SystemView.of(said);
        Optional<Look.Hidden> stranger =
            view.map(this::stranger)
                .orElseGet(
                    () -> Optional.of(Look.Hidden.unknown("The answer is no Redfish system")));
        yield stranger
            .map(hidden)
            .orElseGet(() -> shown.apply(new RedfishView(view.orElseThrow(), this)));
      }
      case Said said -> hidden.apply(said.hidden());
      case Silence(var because) -> hidden.apply(because);
    };
  }

  private Optional<Look.Hidden> stranger(SystemView view) {
    return view.uuid()
        .filter(found -> !SystemUuid.mayBe(id, found))
        .map(found ->
            Look.Hidden.refused(
                "Expected machine %s at %s but found another one, %s"
                    .formatted(id, where.resource(), found)));
  }

  /// The kinds of reset, from the system or from where it says that they stand.
  List<String> offered(SystemView view) {
    List<String> here = view.offered();
    return here.isEmpty()
        ? view.actionInfo().flatMap(where::there).map(this::allowed).orElse(here)
        : here;
  }

  private List<String> allowed(URI actionInfo) {
    return switch (access.send(Request.get(actionInfo))) {
      case Said said ->
          StreamSupport.stream(said.body().path("Parameters").spliterator(), false)
              .filter(it -> it.path("Name").asText().equals("ResetType"))
              .flatMap(it -> SystemView.texts(it.path("AllowableValues")))
              .toList();
      case Silence _ -> List.of();
    };
  }

  @Override
  public PowerOffer offer() {
    return seen(
        view -> new PowerOffer.Known(capabilities(view)),
        hidden -> new PowerOffer.Unknown(hidden.because()));
  }

  private EnumSet<PowerCapability> capabilities(RedfishView view) {
    var offered = EnumSet.of(PowerCapability.STATE);
    List<String> resets = offered(view.system());
    if (view.kind(Press.ON, resets).isPresent()) {
      offered.add(PowerCapability.ON);
    }
    if (view.kind(Press.SOFT_OFF, resets).isPresent()) {
      offered.add(PowerCapability.SOFT_OFF);
    }
    if (!(metered(view.system()) instanceof PowerReading.NotOffered)) {
      offered.add(PowerCapability.READING);
    }
    return offered;
  }

  @Override
  public PowerReading reading() {
    return seen(
        view -> metered(view.system()), hidden -> new PowerReading.Unknown(hidden.because()));
  }

  private PowerReading metered(SystemView view) {
    return new ChassisMeters(where, access, view.vendor()).of(view);
  }
}
