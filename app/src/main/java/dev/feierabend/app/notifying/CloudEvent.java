package dev.feierabend.app.notifying;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.journal.Recorded;
import java.util.Locale;

/// News as a CloudEvent 1.0 in JSON, structured mode. `source` and `id` name it for good: what is
/// sent twice is known by them.
record CloudEvent(News news, Words words, Locale locale) {
  static final String TYPE = "application/cloudevents+json; charset=utf-8";

  String json() {
    Recorded recorded = news.recorded();
    var event = JsonNodeFactory.instance.objectNode();
    event
        .put("specversion", "1.0")
        .put("id", news.place().toString())
        .put("source", "/feierabend/" + words.sender())
        .put("type", "dev.feierabend." + recorded.event().getClass().getSimpleName())
        .put("subject", recorded.event().aggregate())
        .put("time", recorded.time().toString())
        .put("datacontenttype", "application/json");
    event
        .putObject("data")
        .put("topic", news.topic().name())
        .put("owner", recorded.owner().toString())
        .put("commit", recorded.commit())
        .put("language", locale.getLanguage())
        .put("sentence", words.of(recorded.event(), locale));
    return event.toString();
  }
}
