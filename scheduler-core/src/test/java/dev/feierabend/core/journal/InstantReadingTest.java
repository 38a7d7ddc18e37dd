package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read here at once, the library reads the same.
class InstantReadingTest {
  private final JsonMapper library = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T12:00:00Z",
        "2026-11-24T12:00:00.123Z",
        "2026-11-24T12:00:00.123456Z",
        "2026-11-24T12:00:00.123456789Z",
        "2026-11-24T12:00:00.1Z",
        "2026-11-24T13:00:00+01:00",
        "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "2024-02-29T23:59:59Z",
        "2026-11-24T24:00:00Z",
        "2016-12-31T23:59:60Z"
      })
  void anInstantIsWhatTheLibrarySays(String text) throws JsonProcessingException {
    var json = "\"" + text + "\"";
    assertThat(JournalMapper.SHARED.readValue(json, Instant.class))
        .isEqualTo(library.readValue(json, Instant.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-13-24T12:00:00Z", "2026-11-24 12:00:00Z", "2026-11-24T12:00:0xZ", "today"})
  void whatTheLibraryRefusesIsRefused(String text) {
    var json = "\"" + text + "\"";
    assertThatThrownBy(() -> JournalMapper.SHARED.readValue(json, Instant.class))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> library.readValue(json, Instant.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
