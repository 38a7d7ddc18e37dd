package dev.feierabend.hypervisor.redfish;

import dev.feierabend.hypervisor.switching.Press;
import java.util.Arrays;

/// The resets that are ever asked for (Redfish DSP0268, `ResetType`), and what each is for. That
/// none of them forces off is decided here and not in the vendors' data.
enum ResetKind {
  ON("On", Press.ON),
  FORCE_ON("ForceOn", Press.ON),
  GRACEFUL_SHUTDOWN("GracefulShutdown", Press.SOFT_OFF);

  final String type;
  final Press press;

  ResetKind(String type, Press press) {
    this.type = type;
    this.press = press;
  }

  /// @throws IllegalArgumentException where there is none of that name for it
  static ResetKind of(String type, Press press) {
    return Arrays.stream(values())
        .filter(kind -> kind.type.equals(type) && kind.press == press)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Expected a reset that forces nothing for %s but found %s".formatted(press, type)));
  }
}
