package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.FaultyFront;
import java.util.List;
import java.util.Optional;

/// What can go wrong in a night, a sentence each; alike ones are far apart, so that they seldom
/// share one.
@SuppressWarnings("ImmutableEnumChecker") // its lists are
enum Kind {
  LIES(
      "a controller says that its machine is on while it is off, and off while it is on",
      FaultyFront.Fault.LIES,
      Fault.MACHINES),
  CONFLICT(
      "a controller answers 409 and does nothing", FaultyFront.Fault.CONFLICT, Fault.BY_REDFISH),
  MIGRATION_FAILS(
      "moves of guests fail when nine tenths are done", Fault.Part.EVENING, Fault.VCENTER),
  BUSY("a controller answers 503, or a board that it is busy", FaultyFront.Fault.BUSY, Fault.ALL),
  GARBAGE("a controller answers nonsense", FaultyFront.Fault.GARBAGE, Fault.ALL),
  WRONG_PASSWORD_FOR_REDFISH("a Redfish controller takes another password now", Fault.BY_REDFISH),
  HALF_AN_ANSWER(
      "half of an answer comes: half a document, half a datagram",
      FaultyFront.Fault.HALF,
      Fault.ALL),
  WRONG_ADDRESS(
      "a host boots to a wrong address: it is on, and not heard of before the agreed time is over",
      Fault.Part.MORNING,
      Fault.ALL),
  LATE_ANSWERS("answers come after forty seconds", FaultyFront.Fault.LATE, Fault.ALL),
  EXPIRED_CERTIFICATE(
      "a certificate has expired", FaultyFront.Fault.EXPIRED_CERTIFICATE, Fault.OVER_TLS),
  MAINTENANCE_HANGS(
      "a host's way into maintenance or standby doesn't end", Fault.Part.EVENING, Fault.VCENTER),
  AWAY("nobody is there", FaultyFront.Fault.AWAY, Fault.ALL),
  LOST_DATAGRAMS("every fifth datagram to and from a board is lost", Fault.BY_IPMI),
  WRONG_PASSWORD_FOR_IPMI("the boards' password is mistyped in its file", Fault.BY_IPMI),
  OVERLAPPING_RESETS("somebody else switches a machine on, too", Fault.BY_REDFISH),
  RACK_CUT(
      "three machines and their controllers lose their power in the night",
      Fault.Part.NIGHT,
      List.of("rack")),
  VCENTER_RESTARTS(
      "the vCenter restarts in the middle of an evacuation", Fault.Part.EVENING, Fault.VCENTER),
  SERVICE_KILLED("the service is killed and starts anew", Fault.SERVICE),
  WRONG_PASSWORD_FOR_VCENTER(
      "the vCenter's password is mistyped in its file, and the session is over", Fault.VCENTER),
  SERVICE_DOWN(
      "the service is down until 08:00, and `wake` brings the hosts back by its list",
      Fault.Part.NIGHT,
      Fault.SERVICE);

  private final String sentence;
  private final Optional<FaultyFront.Fault> front;
  private final List<Fault.Part> parts;
  private final List<String> targets;

  Kind(String sentence, List<String> targets) {
    this(sentence, Optional.empty(), List.of(Fault.Part.values()), targets);
  }

  Kind(String sentence, FaultyFront.Fault front, List<String> targets) {
    this(sentence, Optional.of(front), List.of(Fault.Part.values()), targets);
  }

  Kind(String sentence, Fault.Part part, List<String> targets) {
    this(sentence, Optional.empty(), List.of(part), targets);
  }

  Kind(
      String sentence,
      Optional<FaultyFront.Fault> front,
      List<Fault.Part> parts,
      List<String> targets) {
    this.sentence = sentence;
    this.front = front;
    this.parts = parts;
    this.targets = targets;
  }

  String sentence() {
    return sentence;
  }

  /// What happens on the way to its target, where it is one that does.
  Optional<FaultyFront.Fault> front() {
    return front;
  }

  /// When it may begin.
  List<Fault.Part> parts() {
    return parts;
  }

  /// Whom it may befall.
  List<String> targets() {
    return targets;
  }

  /// It has the night for itself, as far as others of its like go.
  boolean isOfTheWholeNight() {
    return this == WRONG_ADDRESS || this == SERVICE_DOWN;
  }
}
