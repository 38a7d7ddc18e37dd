package dev.feierabend.testservers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A vCenter that exists only in govmomi's simulator, over TLS with a certificate of its own: its
/// inventory, sessions, tasks and counters are vSphere's, nothing runs on its hosts. In the last of
/// several clusters DRS and DPM decide by themselves.
public final class VsphereSimulator extends Emulator {
  public static final String USER = "feierabend@vsphere.local";

  /// What there is in it.
  ///
  /// @param hosts in each cluster
  /// @param guests in each cluster, on hosts at random
  /// @param slow tasks that take so long, by vSphere's names without `_Task`
  public record Plan(
      int clusters, int hosts, int guests, String password, Map<String, Duration> slow) {}

  private VsphereSimulator(Place place, List<String> command) {
    super("vsphere", place, command);
  }

  /// Starts one; where it can't be had here, the test is skipped.
  public static VsphereSimulator start(Plan plan) {
    BuiltServer built = RealServers.require(Server.VSPHERE);
    Place place = Place.of("vsphere");
    return new VsphereSimulator(place, command(built, place, plan));
  }

  private static List<String> command(BuiltServer built, Place place, Plan plan) {
    Path password = place.write("password", plan.password());
    String listen = "127.0.0.1:" + place.port();
    var command = new ArrayList<>(List.of(built.program("vsphere"), "-listen", listen));
    command.addAll(List.of("-certificate", place.certificate().toString(), "-user", USER));
    command.addAll(List.of("-password", password.toString(), "-slow", slow(plan)));
    command.addAll(List.of("-clusters", "" + plan.clusters(), "-hosts", "" + plan.hosts()));
    command.addAll(List.of("-guests", "" + plan.guests()));
    return command;
  }

  private static String slow(Plan plan) {
    return plan.slow().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().toMillis())
        .collect(Collectors.joining(","));
  }
}
