package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  /// What goes wrong in it, from when it is told until it is told otherwise.
  public enum Fault {
    /// A move fails when nine tenths of it are done.
    MOVES("moves"),
    /// The way into maintenance or standby doesn't end; once this is over, it has failed.
    MAINTENANCE("maintenance"),
    /// The next host that wakes is on, and isn't heard of.
    ADDRESS("address");

    private final String file;

    Fault(String file) {
      this.file = file;
    }
  }

  private final Place place;

  private VsphereSimulator(Place place, List<String> command) {
    super("vsphere", place, command);
    this.place = place;
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
    command.addAll(List.of("-guests", "" + plan.guests(), "-faults", place.folder().toString()));
    return command;
  }

  private static String slow(Plan plan) {
    return plan.slow().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().toMillis())
        .collect(Collectors.joining(","));
  }

  /// From now on, or no longer.
  public void fault(Fault fault, boolean there) {
    try {
      if (there) {
        Files.writeString(place.folder().resolve(fault.file), "");
      } else {
        Files.deleteIfExists(place.folder().resolve(fault.file));
        Files.deleteIfExists(place.folder().resolve(fault.file + "-taken"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
