package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The single values of a fleet document, each with its example.
final class FleetWords {
  private static final Pattern UUID_SPELLING =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final String PORT =
      "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})";

  static final Scalar<MachineId> UUID =
      Scalars.of(
          "a system UUID, for example 4c4c4544-0042-3510-8051-b4c04f4d4b31", FleetWords::machine);

  static final Scalar<String> TITLE =
      Scalars.text(
          "a name to read, for example \"Gemeinde Ahausen\"", Pattern.compile("\\S(.{0,98}\\S)?"));

  static final Scalar<String> ID =
      Scalars.text(
          "a name of up to 253 lower-case letters, digits and .-, for example \"rack-1\"",
          Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"));

  /// Short, for it begins the ids of what runs there.
  static final Scalar<String> CLUSTER =
      Scalars.text(
          "a cluster's name of up to 40 lower-case letters, digits and -, for example \"west\"",
          Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"));

  private static final List<String> KINDS =
      List.of(
          "sandbox",
          "redfish",
          "ipmi",
          "wake-on-lan",
          "node-annotation",
          "vsphere",
          "proxmox",
          "libvirt");

  static final Scalar<String> KIND =
      Scalars.text(
              "sandbox, redfish, ipmi, wake-on-lan, node-annotation, vsphere, proxmox or libvirt",
              Pattern.compile(String.join("|", KINDS)))
          .among(() -> KINDS);

  static final Scalar<String> BROADCAST =
      Scalars.text(
          "a segment's broadcast address, for example 10.1.2.255 or \"10.1.2.255:9\"",
          Pattern.compile("%1$s([.]%1$s){3}(:%2$s)?".formatted(BYTE, PORT)));

  static final Scalar<String> SECRET_NAME =
      Scalars.text(
              "the name of a file or variable that holds the secret, for example \"redfish-a\"",
              Pattern.compile("[A-Za-z0-9_./-]{1,253}"))
          .discreetly();

  static final Scalar<String> SYSTEM =
      Scalars.text(
          "the machine's id at its controller, for example \"System.1\"",
          Pattern.compile("\\S{1,253}"));

  /// What `SYSTEM` is with controllers that know a machine by no id of its own.
  static final String BOARD =
      "\"system\": the address of the machine's board, for example bmc-7.example:623";

  static final Pattern BOARD_SPELLING =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:%s)?"
              .formatted(PORT));

  static final String CARD =
      "\"system\": the address of the machine's network card, for example 52:54:00:12:34:56";

  static final Pattern CARD_SPELLING = Pattern.compile("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

  static final Scalar<URI> URL =
      Scalars.of(
              "an address without credentials, for example https://bmc-1.example:8443",
              FleetWords::url)
          .discreetly();

  /// `*` stands for a host's name.
  static final Scalar<URI> NODES_URL =
      Scalars.of(
              "an address without credentials, for example https://pve1.example:8006, or https://*.example:8006 where * stands for each host's name",
              text -> {
                url(text.replace("*", "host"));
                return URI.create(text);
              })
          .discreetly();

  /// `*` stands for a host's name.
  static final Scalar<URI> LIBVIRT_URL =
      Scalars.of(
              "libvirt's address with * for each host's name, for example qemu+tls://*.example/system",
              FleetWords::libvirt)
          .discreetly();

  static final Scalar<Integer> HOSTS_PER_HOUR =
      Scalars.whole("a number of hosts of at least 1, for example 4", 1, 100_000);

  static final Scalar<Double> CORES = Scalars.number("cores, for example 32", 0, 100_000);

  /// As MiB.
  static final Scalar<Long> MEMORY =
      new Scalar<>(
          "memory in GiB, for example 256",
          text -> Math.round(Scalars.number("", 0, 1e6).parse().apply(text) * 1024));

  static final Scalar<Double> WATTS = Scalars.number("watts, for example 220", 0, 1e6);

  static final Scalar<Duration> BOOT =
      Scalars.duration(
          "a boot time of up to a day, for example PT4M",
          Duration.ofSeconds(1),
          Duration.ofDays(1));

  private FleetWords() {}

  private static MachineId machine(String text) {
    return MachineId.of(Scalars.matching(UUID_SPELLING, text.toLowerCase(Locale.ROOT)));
  }

  private static URI libvirt(String text) {
    URI url = URI.create(text);
    URI one = URI.create(text.replace("*", "host"));
    boolean secret = one.getUserInfo() != null && one.getUserInfo().contains(":");
    if (url.getScheme() == null || one.equals(url) || secret) {
      throw new IllegalArgumentException(text);
    }
    return url;
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(text);
    }
    return url;
  }
}
