package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// How the domain's records are written as JSON, without one annotation in the domain: instants and
/// durations as ISO text, one-value records as their value, cases of sealed interfaces with their
/// name under `type`, sets in order. Reading refuses what it doesn't know.
public final class JournalMapper {
  static final ObjectMapper SHARED = create();

  private JournalMapper() {}

  public static ObjectMapper create() {
    return JsonMapper.builder(reading())
        .addModules(new JavaTimeModule(), new Jdk8Module(), new DomainModule())
        .annotationIntrospector(new SealedTypes())
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .build();
  }

  /// Bytes are UTF-8 and nothing else, whatever they look like; a digest was taken of them.
  private static JsonFactory reading() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .build();
  }
}
