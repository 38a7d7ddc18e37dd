package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes an example of any of the domain's records: always the same, nothing empty.
final class ExampleOf {
  private static final TenantId AHAUSEN = new TenantId("ahausen");

  private ExampleOf() {}

  static Object record(Class<?> type) {
    var components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components)
              .map(one -> value(one.getGenericType(), one.getName(), type))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Expected to make a " + type, e);
    }
  }

  private static Object value(Type type, String name, Class<?> of) {
    if (type instanceof ParameterizedType generic) {
      var content = generic.getActualTypeArguments()[0];
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "Optional" -> Optional.of(value(content, name, of));
        case "List" -> List.of(value(content, name, of));
        case "Set" -> Set.of(value(content, name, of));
        default -> throw new IllegalStateException("Expected Optional, List or Set but " + type);
      };
    }
    return plain((Class<?>) type, name, of);
  }

  private static Object plain(Class<?> type, String name, Class<?> of) {
    if (type == Owner.class) {
      return Owner.of(AHAUSEN);
    }
    if (type == TenantId.class) {
      return AHAUSEN;
    }
    if (type == ZoneId.class) {
      return ZoneId.of("Europe/Berlin");
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      return record(type);
    }
    return type.isSealed() ? record(SealedCases.of(type).getFirst()) : scalar(type, name, of);
  }

  private static Object scalar(Class<?> type, String name, Class<?> of) {
    return switch (type.getSimpleName()) {
      case "String" ->
          name.equals("value") ? of.getSimpleName().toLowerCase() + "/a" : "the " + name;
      case "Instant" -> Instant.parse("2026-11-24T20:00:00Z");
      case "YearMonth" -> YearMonth.of(2026, 11);
      case "UUID" -> new UUID(0x4c4c4544L, 7);
      case "int", "Integer" -> 3;
      case "long", "Long" -> 4_000_000_000L;
      case "double", "Double" -> 0.25;
      case "boolean", "Boolean" -> true;
      default -> throw new IllegalStateException("Expected a value of " + type);
    };
  }
}
