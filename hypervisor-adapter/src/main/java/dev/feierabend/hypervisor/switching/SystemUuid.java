package dev.feierabend.hypervisor.switching;

import dev.feierabend.policies.terms.MachineId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a controller speaks of the machine that we mean: switching another one off would hit a
/// stranger. Boards differ in the byte order of a UUID: that of RFC 4122, the first half's numbers
/// turned round (SMBIOS 2.6, section 7.2.1), or all of it (IPMI 2.0, section 20.8); and what reads
/// them may turn them once more.
public final class SystemUuid {
  private static final Pattern UUID_TEXT =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern NEVER_TOLD = Pattern.compile("[0-]+|[fF-]+");

  private SystemUuid() {}

  /// The UUID that `text` is; empty where it is none, or none that could be a machine's: boards
  /// that were never told one have zeros or ones.
  public static Optional<UUID> told(String text) {
    return Optional.of(text)
        .filter(it -> UUID_TEXT.matcher(it).matches() && !NEVER_TOLD.matcher(it).matches())
        .map(UUID::fromString);
  }

  public static boolean mayBe(MachineId machine, UUID found) {
    UUID numbers = numbersTurned(found);
    UUID turned = turned(found);
    return Stream.of(found, numbers, turned, turned(numbers), numbersTurned(turned))
        .anyMatch(machine.value()::equals);
  }

  private static UUID numbersTurned(UUID uuid) {
    long high = uuid.getMostSignificantBits();
    long first = Integer.toUnsignedLong(Integer.reverseBytes((int) (high >>> 32)));
    long second = Short.toUnsignedLong(Short.reverseBytes((short) (high >>> 16)));
    long third = Short.toUnsignedLong(Short.reverseBytes((short) high));
    return new UUID(first << 32 | second << 16 | third, uuid.getLeastSignificantBits());
  }

  private static UUID turned(UUID uuid) {
    return new UUID(
        Long.reverseBytes(uuid.getLeastSignificantBits()),
        Long.reverseBytes(uuid.getMostSignificantBits()));
  }
}
