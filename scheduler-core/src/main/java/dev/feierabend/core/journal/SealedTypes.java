package dev.feierabend.core.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import dev.feierabend.core.kernel.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells Jackson that where a sealed interface is declared, the case's simple name stands under
/// `type`. An owner is the exception: it is one word.
final class SealedTypes extends JacksonAnnotationIntrospector {
  @Override
  public @Nullable TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType base) {
    if (!isSealed(type.getRawType())) {
      return super.findTypeResolver(config, type, base);
    }
    return new StdTypeResolverBuilder()
        .init(JsonTypeInfo.Id.NAME, null)
        .inclusion(JsonTypeInfo.As.PROPERTY)
        .typeProperty("type");
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated type) {
    if (!isSealed(type.getRawType())) {
      return super.findSubtypes(type);
    }
    return SealedCases.of(type.getRawType()).stream()
        .map(leaf -> new NamedType(leaf, leaf.getSimpleName()))
        .toList();
  }

  private static boolean isSealed(Class<?> type) {
    return type.isInterface() && type.isSealed() && type != Owner.class;
  }
}
