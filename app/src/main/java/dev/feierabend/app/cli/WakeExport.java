package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.ServiceProperties;
import dev.feierabend.app.wiring.SettingsFile;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.wiring.WakeListFile;
import dev.feierabend.app.wiring.WakeListing;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.WakeList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A wake list by hand: of all hosts, for nobody is asked who sleeps.
///
/// @param missing hosts that have a controller, but none that `wake` can speak to
record WakeExport(WakeList list, List<String> missing) {

  static WakeExport write(Path config, Path file) {
    ServiceProperties settings = SettingsFile.read(config);
    Fleet fleet = Inputs.fleet(settings.fleet());
    WakeList list = WakeListing.of(fleet, settings).all(SystemTime.clock().instant());
    try {
      WakeListFile.write(file, list);
    } catch (IOException e) {
      throw new Unreadable(
          "Expected a file that can be written but found %s: %s".formatted(file, e.getMessage()),
          e);
    }
    List<String> missing =
        fleet.hosts().stream()
            .filter(host -> host.control().isPresent() && !list.names(host.id()))
            .map(host -> host.name())
            .toList();
    return new WakeExport(list, missing);
  }
}
