package dev.feierabend.sandbox.replay;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.sandbox.load.Recording;
import dev.feierabend.sandbox.load.Recording.Series;
import dev.feierabend.sandbox.load.Recording.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Hosts with two guests each that sleep from eight to six every night, UTC, and a week's load of
/// theirs, by guest and slot.
record HostingCentre(int hosts, String boot, int days) {
  static final Instant MONDAY = Instant.parse("2026-05-11T00:00:00Z");
  static final int A_DAY = 288;
  static final int AN_HOUR = 12;

  /// The share of its size that a guest asks for.
  interface Load {
    double share(int guest, int slot);
  }

  Replayed live(Load load) {
    return live(load, Settings.usual(new Evaluation(HolidayCalendar.NONE)));
  }

  Replayed live(Load load, Settings settings) {
    var span = new Replay.Span(MONDAY, MONDAY.plus(Duration.ofDays(days)));
    return Replay.of(fleet(), List.of(policy()), recording(load), span, settings);
  }

  private Recording recording(Load load) {
    var series = new ArrayList<Series>();
    for (int guest = 0; guest < 2 * hosts; guest++) {
      var values = new short[days * A_DAY];
      for (int slot = 0; slot < values.length; slot++) {
        values[slot] = Float.floatToFloat16((float) load.share(guest, slot));
      }
      series.add(new Series("vm-" + guest, values));
    }
    return new Recording(Optional.of(MONDAY), Unit.SHARES, series);
  }

  private Fleet fleet() {
    var text =
        new StringBuilder(
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: hosting}
            spec:
              tenants:
                - {id: hosting, name: Hosting}
              pools:
                - {id: hosts}
                - {id: vms, tenant: hosting}
              controllers:
                - {name: sandbox, kind: sandbox}
              hosts:
            """);
    for (int host = 0; host < hosts; host++) {
      text.append(
          """
              - uuid: 00000000-0000-0000-0000-%012d
                name: host-%d
                pool: hosts
                cores: 16
                memoryGiB: 64
                watts: {idle: 100, peak: 300}
                standbyWatts: 8
                boot: %s
                bootWatts: 200
                controller: sandbox
                guests:
          """
              .formatted(host, host, boot));
      for (int guest = 2 * host; guest < 2 * host + 2; guest++) {
        text.append(
            """
                    - uuid: 10000000-0000-0000-0000-%012d
                      name: vm-%d
                      pool: vms
                      cores: 4
                      memoryGiB: 16
                      movable: true
            """
                .formatted(guest, guest));
      }
    }
    return valid(FleetParser.parse("fleet.yaml", bytes(text.toString())));
  }

  private static SchedulePolicy policy() {
    String text =
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: nights, tenant: hosting}
        spec:
          pools: [vms]
          zone: UTC
          asleep:
            - {every: Mon-Sun, from: "20:00", to: "06:00"}
          readyBy: {lead: PT30M}
          floor: {hosts: 1}
        """;
    return valid(SchedulePolicyParser.parse("policy.yaml", bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T valid(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Valid<T>(var value) -> value;
      case Parsed.Invalid<T>(var faults) -> throw new AssertionError(faults);
    };
  }
}
