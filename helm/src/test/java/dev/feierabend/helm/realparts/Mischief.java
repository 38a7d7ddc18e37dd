package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyDatagrams;
import dev.feierabend.testservers.FaultyFront;
import dev.feierabend.testservers.VsphereSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Does what a fault says, and mends it; but for what is of a whole night.
final class Mischief {
  private static final List<String> RACK = List.of("n1", "n2", "n4");

  private static final Duration SETTLED = Duration.ofSeconds(15);

  private final House house;
  private final FaultyWays ways;
  private final Runnable kill;
  private final Passwords passwords;
  private final Map<String, Boolean> wereOn = new ConcurrentHashMap<>();

  /// @param kill ends the service and starts it anew
  Mischief(House house, FaultyWays ways, Passwords passwords, Runnable kill) {
    this.house = house;
    this.ways = ways;
    this.passwords = passwords;
    this.kill = kill;
  }

  /// Each at its time; done once all are mended.
  CompletableFuture<Void> all(List<Fault> faults) {
    return CompletableFuture.allOf(
        faults.stream()
            .map(fault ->
                CompletableFuture.runAsync(() -> begin(fault), in(fault.after()))
                    .thenRunAsync(() -> mend(fault), in(fault.lasts())))
            .toArray(CompletableFuture[]::new));
  }

  private static Executor in(Duration time) {
    return CompletableFuture.delayedExecutor(
        time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
  }

  private void begin(Fault fault) {
    switch (fault.kind()) {
      case LIES, CONFLICT, BUSY, GARBAGE, HALF_AN_ANSWER, LATE_ANSWERS, EXPIRED_CERTIFICATE, AWAY ->
          ways.befall(fault.target(), fault.kind().front().orElseThrow());
      case LOST_DATAGRAMS -> ways.board(fault.target()).fault(FaultyDatagrams.Fault.LOSSY);
      case WRONG_PASSWORD_FOR_REDFISH, WRONG_PASSWORD_FOR_IPMI, WRONG_PASSWORD_FOR_VCENTER ->
          passwords.begin(fault);
      case OVERLAPPING_RESETS -> house.machines.of(fault.target()).switchByHand(true);
      case RACK_CUT -> RACK.forEach(this::cut);
      case MIGRATION_FAILS -> house.vcenter(VsphereSimulator.Fault.MOVES, true);
      case MAINTENANCE_HANGS -> house.vcenter(VsphereSimulator.Fault.MAINTENANCE, true);
      case VCENTER_RESTARTS -> ways.front(fault.target()).leaveAfter("RelocateVM_Task");
      case SERVICE_KILLED -> kill.run();
      case WRONG_ADDRESS, SERVICE_DOWN -> {}
    }
  }

  private void mend(Fault fault) {
    switch (fault.kind()) {
      case LIES,
          CONFLICT,
          BUSY,
          GARBAGE,
          HALF_AN_ANSWER,
          LATE_ANSWERS,
          EXPIRED_CERTIFICATE,
          LOST_DATAGRAMS,
          AWAY ->
          ways.befall(fault.target(), FaultyFront.Fault.NONE);
      case WRONG_PASSWORD_FOR_REDFISH, WRONG_PASSWORD_FOR_IPMI, WRONG_PASSWORD_FOR_VCENTER ->
          passwords.mend(fault);
      case RACK_CUT -> RACK.forEach(this::power);
      case MIGRATION_FAILS -> house.vcenter(VsphereSimulator.Fault.MOVES, false);
      case MAINTENANCE_HANGS -> house.vcenter(VsphereSimulator.Fault.MAINTENANCE, false);
      case VCENTER_RESTARTS -> {
        ways.front(fault.target()).endSessions();
        ways.befall(fault.target(), FaultyFront.Fault.NONE);
      }
      case OVERLAPPING_RESETS, SERVICE_KILLED, WRONG_ADDRESS, SERVICE_DOWN -> {}
    }
  }

  private void cut(String node) {
    Machine machine = house.machines.of(node);
    wereOn.put(node, machine.on());
    machine.switchByHand(false);
    ways.befall(node, FaultyFront.Fault.AWAY);
  }

  /// With power a machine does again what it did before. A reset of the emulator's that takes
  /// effect later than the next would undo that.
  private void power(String node) {
    Machine machine = house.machines.of(node);
    if (wereOn.getOrDefault(node, false)) {
      Patient.sees(() -> !machine.on(), SETTLED);
      machine.switchByHand(true);
    }
    ways.befall(node, FaultyFront.Fault.NONE);
  }
}
