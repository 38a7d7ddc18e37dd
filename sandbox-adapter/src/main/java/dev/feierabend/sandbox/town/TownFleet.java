package dev.feierabend.sandbox.town;

import dev.feierabend.sandbox.centre.Luck;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Writes the three towns' fleet: hosts of 32 cores and 256 GiB with five guests each.
final class TownFleet {
  private static final int GUESTS = 5;

  /// What runs: whose pool, its rhythm, and up to which share of all guests it is chosen.
  private enum Kind {
    OFFICE("ahausen-office", "office", 0.45),
    COUNTER("ahausen-always", "steady", 0.53),
    SCHOOL("bergstadt-schools", "school", 0.85),
    BACKUP("backup-nights", "backup", 1.0);

    final String pool;
    final String rhythm;
    final double upTo;

    Kind(String pool, String rhythm, double upTo) {
      this.pool = pool;
      this.rhythm = rhythm;
      this.upTo = upTo;
    }

    static Kind drawn(double share) {
      for (Kind kind : values()) {
        if (share < kind.upTo) {
          return kind;
        }
      }
      return BACKUP;
    }
  }

  private final int hosts;
  private final Luck luck;
  private final StringBuilder text = new StringBuilder();

  TownFleet(int hosts, Luck luck) {
    this.hosts = hosts;
    this.luck = luck;
  }

  String document() {
    text.append(
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: three-towns}
        spec:
          tenants:
            - {id: ahausen, name: Stadt Ahausen}
            - {id: bergstadt, name: Schulverband Bergstadt}
            - {id: datensicherung, name: Datensicherung Ceedorf}
          pools:
            - {id: hosts}
            - {id: ahausen-office, tenant: ahausen}
            - {id: ahausen-always, tenant: ahausen}
            - {id: bergstadt-schools, tenant: bergstadt}
            - {id: backup-nights, tenant: datensicherung}
          controllers:
            - {name: sandbox, kind: sandbox}
          racks:
            - {name: rack-1, feed: a}
            - {name: rack-2, feed: b}
          hosts:
        """);
    for (int host = 1; host <= hosts; host++) {
      host(host);
    }
    return text.toString();
  }

  private void host(int number) {
    String name = "host-%02d".formatted(number);
    text.append(
        """
            - uuid: %s
              name: %s
              pool: hosts
              cores: 32
              memoryGiB: 256
              watts: {idle: %d, peak: %d}
              standbyWatts: 9
              boot: PT%dS
              bootWatts: 220
              controller: sandbox
              rack: rack-%d
              guests:
        """
            .formatted(
                uuid(name),
                name,
                110 + (int) luck.between(0, 20, name, "idle"),
                310 + (int) luck.between(0, 60, name, "peak"),
                (int) luck.between(180, 300, name, "boot"),
                number % 2 + 1));
    for (int guest = 1; guest <= GUESTS; guest++) {
      guest(name, guest);
    }
  }

  private void guest(String host, int number) {
    String name = host.replace("host", "vm") + "-" + number;
    Kind kind = Kind.drawn(luck.of(name, "kind"));
    text.append(
        """
                - uuid: %s
                  name: %s
                  pool: %s
                  cores: %d
                  memoryGiB: %d
                  movable: true
                  labels: {rhythm: %s}
        """
            .formatted(
                uuid(name),
                name,
                kind.pool,
                2 << (int) luck.between(0, 2, name, "cores"),
                8 + 8 * (int) luck.between(0, 4, name, "memory"),
                kind.rhythm));
  }

  private UUID uuid(String name) {
    String about = "%d/%s".formatted(luck.seed(), name);
    return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8));
  }
}
