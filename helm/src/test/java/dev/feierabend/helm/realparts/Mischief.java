package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyFront;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Does what a fault says, and mends it.
final class Mischief {
  private static final List<String> RACK = List.of("n1", "n2", "n4");

  private final House house;
  private final FaultyWays ways;
  private final Runnable kill;
  private final AtomicInteger passwords = new AtomicInteger();
  private final Map<String, Boolean> wereOn = new ConcurrentHashMap<>();

  /// @param kill ends the service and starts it anew
  Mischief(House house, FaultyWays ways, Runnable kill) {
    this.house = house;
    this.ways = ways;
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
      case LIES,
          CONFLICT,
          BUSY,
          GARBAGE,
          HALF_AN_ANSWER,
          LATE_ANSWERS,
          EXPIRED_CERTIFICATE,
          WRONG_PASSWORD,
          AWAY ->
          way(fault.target(), fault.kind().front().orElseThrow());
      case RESETS_OVERLAP -> house.machines.of(fault.target()).switchByHand(true);
      case RACK_CUT -> RACK.forEach(this::cut);
      case SERVICE_KILLED -> kill.run();
    }
  }

  private void mend(Fault fault) {
    switch (fault.kind()) {
      case WRONG_PASSWORD -> {
        another("bmc-" + fault.target());
        way(fault.target(), FaultyFront.Fault.NONE);
      }
      case RESETS_OVERLAP, SERVICE_KILLED -> {}
      case RACK_CUT -> RACK.forEach(this::power);
      case LIES, CONFLICT, BUSY, GARBAGE, HALF_AN_ANSWER, LATE_ANSWERS, EXPIRED_CERTIFICATE, AWAY ->
          way(fault.target(), FaultyFront.Fault.NONE);
    }
  }

  private void way(String target, FaultyFront.Fault fault) {
    if (target.equals("vcenter")) {
      ways.fault(target, fault);
      return;
    }
    switch (house.machines.of(target)) {
      case IpmiMachine it -> ways.boardFault(it.address(), fault);
      case RedfishMachine it -> ways.fault(it.node(), fault);
    }
  }

  private void cut(String node) {
    Machine machine = house.machines.of(node);
    wereOn.put(node, machine.on());
    machine.switchByHand(false);
    way(node, FaultyFront.Fault.AWAY);
  }

  /// With power a machine does again what it did before.
  private void power(String node) {
    if (wereOn.getOrDefault(node, false)) {
      house.machines.of(node).switchByHand(true);
    }
    way(node, FaultyFront.Fault.NONE);
  }

  /// The technician sets it on the controller and in the file.
  private void another(String name) {
    try {
      house.login(name, "feierabend", "another-" + passwords.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
