package dev.feierabend.policies.fleet;

import dev.feierabend.policies.fleet.WakeList.Means;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A wake list as it is written: a line a host, for it may be read by somebody in a hurry.
public final class WakeListText {
  private static final String HEAD =
      """
      # The hosts that sleep. This brings them back: feierabend wake --list FILE
      apiVersion: feierabend.dev/v1
      kind: WakeList
      """;

  private WakeListText() {}

  /// The whole of it, the digest in its last line.
  public static String of(WakeList list) {
    return WakeListSeal.sealed(
        HEAD
            + "metadata: {name: %s, written: %s}\nspec:\n"
                .formatted(quoted(list.name()), quoted(list.written()))
            + means(list.means())
            + entries("controllers", list.controllers(), WakeListText::controller)
            + entries("hosts", list.hosts(), WakeListText::host));
  }

  private static String means(Means means) {
    var lines = new StringBuilder();
    means
        .credentials()
        .ifPresent(folder -> lines.append("  credentials: " + quoted(folder) + "\n"));
    lines.append(entries("authorities", means.authorities(), WakeListText::quoted));
    var ipmi = new ArrayList<String>();
    ipmi.add("tool: " + quoted(means.ipmitool()));
    means.ipmiCipher().ifPresent(cipher -> ipmi.add("cipher: " + cipher));
    ipmi.add("atOnce: " + means.ipmiAtOnce());
    return lines.append("  ipmi: " + map(ipmi) + "\n").toString();
  }

  private static String controller(Controller controller) {
    var fields = new ArrayList<String>();
    fields.add("name: " + quoted(controller.name()));
    fields.add("kind: " + quoted(controller.kind()));
    controller.url().ifPresent(url -> fields.add("url: " + quoted(url)));
    controller.credentials().ifPresent(file -> fields.add("credentials: " + quoted(file)));
    controller.broadcast().ifPresent(there -> fields.add("broadcast: " + quoted(there)));
    return map(fields);
  }

  private static String host(Sleeper host) {
    var fields = new ArrayList<String>();
    fields.add("name: " + quoted(host.name()));
    fields.add("uuid: " + quoted(host.id()));
    fields.add("controller: " + quoted(host.control().controller()));
    fields.add("system: " + quoted(host.control().system()));
    host.readyBy().ifPresent(needed -> fields.add("readyBy: " + quoted(needed)));
    fields.add("boot: " + quoted(host.boot()));
    return map(fields);
  }

  private static <T> String entries(String key, List<T> all, Function<T, String> line) {
    return all.isEmpty()
        ? "  %s: []\n".formatted(key)
        : all.stream()
            .map(entry -> "    - " + line.apply(entry) + "\n")
            .collect(Collectors.joining("", "  " + key + ":\n", ""));
  }

  private static String map(List<String> fields) {
    return "{" + String.join(", ", fields) + "}";
  }

  private static String quoted(Object value) {
    return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
