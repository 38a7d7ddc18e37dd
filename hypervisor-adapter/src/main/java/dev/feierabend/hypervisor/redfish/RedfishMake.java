package dev.feierabend.hypervisor.redfish;

import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one machine is by its controller (Redfish DSP2046: `ComputerSystem`, `Manager`). The system
/// tells its part whenever it is looked at; the firmware of what manages it is asked for once an
/// hour.
final class RedfishMake {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final RedfishSystem where;
  private final RedfishAccess access;
  private final InstantSource clock;
  private @Nullable SystemView seen;
  private String firmware = "";
  private Instant asked = Instant.MIN;

  RedfishMake(RedfishSystem where, RedfishAccess access, InstantSource clock) {
    this.where = where;
    this.access = access;
    this.clock = clock;
  }

  synchronized void saw(SystemView view) {
    seen = view;
  }

  synchronized Make told() {
    SystemView view = seen;
    if (view == null) {
      return Make.UNTOLD;
    }
    var told = new EnumMap<>(view.make());
    told.put(Make.Kind.CONTROLLER, firmware(view));
    told.replaceAll((_, value) -> access.discreet().line(value));
    return Make.of(told);
  }

  /// What was told before where nothing is now.
  private String firmware(SystemView view) {
    Instant now = clock.instant();
    if (now.isBefore(asked) || !now.isBefore(asked.plus(AN_HOUR))) {
      asked = now;
      firmware =
          view.managers().stream()
              .findFirst()
              .flatMap(where::there)
              .flatMap(this::version)
              .orElse(firmware);
    }
    return firmware;
  }

  private Optional<String> version(URI manager) {
    return access.send(Request.get(manager)) instanceof Said said && said.accepted()
        ? Optional.of(said.body().path("FirmwareVersion").asText(""))
        : Optional.empty();
  }
}
