package dev.feierabend.hypervisor.vsphere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says to a property collector which properties of which objects it shall tell.
final class Specs {
  /// What a picture is made of. Of a cluster the whole configuration is told, since its parts have
  /// no path of their own; figures that change by themselves are left out.
  static final SortedMap<String, List<String>> OF_THE_PICTURE =
      new TreeMap<>(
          Map.of(
              "HostSystem",
              List.of(
                  "name",
                  "parent",
                  "runtime.powerState",
                  "runtime.connectionState",
                  "runtime.inMaintenanceMode",
                  "hardware.systemInfo.uuid",
                  "hardware.systemInfo.model",
                  "hardware.biosInfo.biosVersion",
                  "config.product.build",
                  "hardware.cpuInfo.numCpuCores",
                  "hardware.cpuInfo.hz",
                  "hardware.memorySize",
                  "capability.standbySupported"),
              "VirtualMachine",
              List.of(
                  "name",
                  "runtime.powerState",
                  "runtime.connectionState",
                  "runtime.host",
                  "config.uuid",
                  "config.template",
                  "config.managedBy",
                  "config.hardware.numCPU",
                  "config.hardware.memoryMB",
                  "datastore"),
              "ClusterComputeResource",
              List.of("name", "configurationEx"),
              "Datastore",
              List.of("name", "summary.multipleHostAccess")));

  private Specs() {}

  /// Everything of these types that a view shows, what joins it later included.
  static Xml ofView(Ref view, SortedMap<String, List<String>> properties) {
    Xml traversal =
        Xml.of(
                "selectSet",
                List.of(
                    Xml.of("name", "members"),
                    Xml.of("type", "ContainerView"),
                    Xml.of("path", "view"),
                    Xml.of("skip", false)))
            .typed("TraversalSpec");
    Xml objects =
        Xml.of("objectSet", List.of(Xml.of("obj", view), Xml.of("skip", true), traversal));
    return spec("spec", properties, objects);
  }

  static Xml ofOne(String name, Ref object, String... properties) {
    var wanted = new TreeMap<>(Map.of(object.type(), List.of(properties)));
    return spec(name, wanted, Xml.of("objectSet", List.of(Xml.of("obj", object))));
  }

  private static Xml spec(String name, SortedMap<String, List<String>> properties, Xml objects) {
    List<Xml> parts = new ArrayList<>();
    properties.forEach((type, paths) -> parts.add(propSet(type, paths)));
    parts.add(objects);
    return Xml.of(name, parts);
  }

  private static Xml propSet(String type, List<String> paths) {
    List<Xml> parts = new ArrayList<>(List.of(Xml.of("type", type)));
    paths.forEach(path -> parts.add(Xml.of("pathSet", path)));
    return Xml.of("propSet", parts);
  }

  /// @param seconds how long the server may wait for something to tell
  static Xml waiting(long seconds) {
    return Xml.of(
        "options", List.of(Xml.of("maxWaitSeconds", seconds), Xml.of("maxObjectUpdates", 1000)));
  }
}
