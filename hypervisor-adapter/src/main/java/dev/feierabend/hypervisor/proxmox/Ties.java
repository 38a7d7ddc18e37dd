package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.hypervisor.proxmox.Place.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a guest's configuration says about it: who it is, and what ties it to its node.
final class Ties {
  private static final Pattern UUID_TEXT =
      Pattern.compile("(?:^|,)uuid=(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
  private static final Pattern VOLUME = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*):.*");
  private static final String DISK = "(ide|sata|scsi|virtio|efidisk|tpmstate|mp)[0-9]+|rootfs";
  private static final String DEVICE = "hostpci[0-9]+|usb[0-9]+|dev[0-9]+";

  private Ties() {}

  /// The UUID that its firmware shows to what runs in it; a container has none.
  static Optional<UUID> uuid(JsonNode configuration) {
    Matcher matcher = UUID_TEXT.matcher(configuration.path("smbios1").asText(""));
    return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }

  /// Why it can't go to another node, if so.
  ///
  /// @param local storages that every node has for itself
  static Optional<String> pin(Kind kind, boolean runs, JsonNode configuration, Set<String> local) {
    if (kind == Kind.LXC && runs) {
      return Optional.of("it is a container, which would have to be stopped for it");
    }
    return configuration.properties().stream()
        .flatMap(each -> tie(each.getKey(), each.getValue().asText(""), local).stream())
        .findFirst();
  }

  private static Optional<String> tie(String key, String value, Set<String> local) {
    if (key.matches(DEVICE) && !value.startsWith("spice")) {
      return Optional.of("it has a device of its host, %s".formatted(key));
    }
    return key.matches(DISK) ? ofDisk(key, value, local) : Optional.empty();
  }

  /// A mounted image counts as a disk does, and so does the host's own drive.
  private static Optional<String> ofDisk(String key, String value, Set<String> local) {
    String volume = value.split(",", 2)[0].replaceFirst("^(file|volume)=", "");
    if (volume.equals("none") || volume.isEmpty()) {
      return Optional.empty();
    }
    if (volume.equals("cdrom") || volume.startsWith("/")) {
      return Optional.of("its %s is its host's own".formatted(key));
    }
    return Stream.of(VOLUME.matcher(volume))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(local::contains)
        .findFirst()
        .map(storage -> "its %s is on %s, which only one host reaches".formatted(key, storage));
  }
}
