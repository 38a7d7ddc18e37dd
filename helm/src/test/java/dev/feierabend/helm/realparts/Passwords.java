package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyFront;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.VsphereSimulator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Logins that are wrong for a while. Whoever tries one more than once locks an account, so what is
/// tried is counted where it arrives; a service that was killed meanwhile may try it once more.
final class Passwords {
  private static final String MISTYPED = "mistyped";

  private record Begun(int starts, long refused, Instant at) {}

  private final House house;
  private final FaultyWays ways;
  private final IntSupplier starts;
  private final Map<Fault, Begun> wrong = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> wrongs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger others = new AtomicInteger();
  private final AtomicInteger tried = new AtomicInteger();

  /// @param starts how often the service was started until now
  Passwords(House house, FaultyWays ways, IntSupplier starts) {
    this.house = house;
    this.ways = ways;
    this.starts = starts;
  }

  void begin(Fault fault) {
    wrong.put(fault, new Begun(starts.getAsInt(), refused(fault, Instant.MIN), Instant.now()));
    switch (place(fault)) {
      case REDFISH -> ways.befall(fault.target(), FaultyFront.Fault.REFUSES_LOGIN);
      case IPMI -> house.login("boards", IpmiSimulator.USER, MISTYPED);
      case VCENTER -> {
        house.login("vcenter", VsphereSimulator.USER, MISTYPED);
        ways.front("vcenter").endSessions();
      }
    }
  }

  void mend(Fault fault) {
    judge(fault);
    switch (place(fault)) {
      case REDFISH -> {
        house.login("bmc-" + fault.target(), "feierabend", "another-" + others.incrementAndGet());
        ways.befall(fault.target(), FaultyFront.Fault.NONE);
      }
      case IPMI -> house.login("boards", IpmiSimulator.USER, IpmiSimulator.PASSWORD);
      case VCENTER -> house.login("vcenter", VsphereSimulator.USER, VspherePart.PASSWORD);
    }
  }

  private void judge(Fault fault) {
    Begun begun = Optional.ofNullable(wrong.get(fault)).orElseThrow();
    boolean sinceThen = place(fault) == Place.IPMI;
    long refused = refused(fault, begun.at()) - (sinceThen ? 0 : begun.refused());
    int allowed = 1 + starts.getAsInt() - begun.starts();
    tried.addAndGet((int) refused);
    if (refused > allowed) {
      wrongs.add(
          "expected a wrong login to be tried %d times, but it was %d times: %s"
              .formatted(allowed, refused, fault));
    }
  }

  /// Of several boards with one login the one that was asked most often counts.
  private long refused(Fault fault, Instant since) {
    return switch (place(fault)) {
      case REDFISH, VCENTER -> ways.front(fault.target()).refused();
      case IPMI ->
          Fault.BY_IPMI.stream().mapToLong(node -> ways.board(node).refused(since)).max().orElse(0);
    };
  }

  private enum Place {
    REDFISH,
    IPMI,
    VCENTER
  }

  private static Place place(Fault fault) {
    if (fault.kind() == Kind.WRONG_PASSWORD_FOR_REDFISH) {
      return Place.REDFISH;
    }
    return fault.kind() == Kind.WRONG_PASSWORD_FOR_IPMI ? Place.IPMI : Place.VCENTER;
  }

  /// What is wrong, a sentence each.
  List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  String told() {
    return "%d wrong logins were refused in %d such faults".formatted(tried.get(), wrong.size());
  }
}
