package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The domain's own ways of being written: [ScalarRecord]s, owners, policies, ordered sets.
final class DomainModule extends SimpleModule {
  DomainModule() {
    super("feierabend");
    addSerializer(Owner.class, ToStringSerializer.instance);
    addSerializer(SchedulePolicy.class, new PolicyReading.Writing());
    addDeserializer(SchedulePolicy.class, new PolicyReading());
    addDeserializer(Instant.class, new InstantReading());
    addDeserializer(Owner.class, new TextDeserializer<>(Owner.class, Owner::parse));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new Writing());
    context.addKeySerializers(new WritingKeys());
    context.addDeserializers(new Reading());
    context.addKeyDeserializers(new ReadingKeys());
    context.addBeanSerializerModifier(new OrderedSets());
  }

  private static final class Writing extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription bean) {
      return ScalarRecord.of(type.getRawClass()).map(ScalarRecord::serializer).orElse(null);
    }
  }

  private static final class WritingKeys extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription bean) {
      return ScalarRecord.of(type.getRawClass()).map(ScalarRecord::keySerializer).orElse(null);
    }
  }

  private static final class Reading extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription bean) {
      return ScalarRecord.of(type.getRawClass()).map(ScalarRecord::deserializer).orElse(null);
    }
  }

  private static final class ReadingKeys implements KeyDeserializers {
    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription bean) {
      return ScalarRecord.of(type.getRawClass()).map(ScalarRecord::keyDeserializer).orElse(null);
    }
  }

  private static final class OrderedSets extends BeanSerializerModifier {
    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription bean,
        JsonSerializer<?> serializer) {
      boolean unordered =
          Set.class.isAssignableFrom(type.getRawClass())
              && !SortedSet.class.isAssignableFrom(type.getRawClass());
      return unordered ? new OrderedSetSerializer(type.getContentType()) : serializer;
    }
  }
}
