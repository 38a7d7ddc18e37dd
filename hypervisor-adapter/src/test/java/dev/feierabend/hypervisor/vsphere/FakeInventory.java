package dev.feierabend.hypervisor.vsphere;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a fake vCenter tells of its hosts and its guest, and that it has told it.
final class FakeInventory {
  static final String CONTENT =
      """
      <returnval><rootFolder type="Folder">group-d1</rootFolder>
      <propertyCollector type="PropertyCollector">propertyCollector</propertyCollector>
      <viewManager type="ViewManager">ViewManager</viewManager>
      <sessionManager type="SessionManager">SessionManager</sessionManager>
      <perfManager type="PerformanceManager">PerfMgr</perfManager>
      <authorizationManager type="AuthorizationManager">Auth</authorizationManager></returnval>\
      """;

  private final Map<String, String> properties = new TreeMap<>();
  private int version = 1;

  FakeInventory() {
    host("host-1", FakeVcenter.BUSY.toString());
    host("host-2", FakeVcenter.IDLE.toString());
    set("vm-1 name", "web");
    set("vm-1 config.uuid", FakeVcenter.WEB.toString());
    set("vm-1 runtime.powerState", "poweredOn");
    set("vm-1 runtime.connectionState", "connected");
    set("vm-1 runtime.host", "host-1");
    set("domain-c1 name", "north");
  }

  private void host(String object, String uuid) {
    set(object + " name", object.replace("host", "esx"));
    set(object + " parent", "domain-c1");
    set(object + " hardware.systemInfo.uuid", uuid);
    set(object + " hardware.cpuInfo.numCpuCores", "16");
    set(object + " hardware.cpuInfo.hz", "2000000000");
    set(object + " hardware.memorySize", "" + (64L << 30));
    set(object + " runtime.powerState", "poweredOn");
    set(object + " runtime.connectionState", "connected");
    set(object + " runtime.inMaintenanceMode", "false");
  }

  /// @param what an object and a property of its
  synchronized void set(String what, String value) {
    properties.put(what, value);
    version++;
  }

  /// All of it, unless it has been told since it changed.
  synchronized Optional<String> news(String told) {
    if (told.equals("" + version)) {
      return Optional.empty();
    }
    String objects =
        properties.entrySet().stream()
            .map(each -> {
              String[] what = each.getKey().split(" ", 2);
              return object(type(what[0]), what[0], change(what[1], each.getValue()));
            })
            .collect(Collectors.joining());
    return Optional.of(update("" + version, objects));
  }

  private static String type(String object) {
    return switch (object.charAt(0)) {
      case 'h' -> "HostSystem";
      case 'v' -> "VirtualMachine";
      case 'd' -> "ClusterComputeResource";
      default -> throw new IllegalArgumentException(object);
    };
  }

  static String object(String type, String object, String changes) {
    return "<objectSet><kind>modify</kind><obj type=\"%s\">%s</obj>%s</objectSet>"
        .formatted(type, object, changes);
  }

  static String change(String name, String value) {
    String type = value.matches("(host|domain)-.*") ? " type=\"%s\"".formatted(type(value)) : "";
    return "<changeSet><name>%s</name><op>assign</op><val%s>%s</val></changeSet>"
        .formatted(name, type, value);
  }

  static String update(String version, String objects) {
    return "<returnval><version>%s</version><filterSet>%s</filterSet></returnval>"
        .formatted(version, objects);
  }
}
