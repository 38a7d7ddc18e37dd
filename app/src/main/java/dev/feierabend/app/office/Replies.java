package dev.feierabend.app.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.policies.language.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a service's replies mean. Its problems (RFC 9457) are in the asker's language already; what
/// a newer service tells besides is left unread.
///
/// @param from the service's address, for sentences
record Replies(String from) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  <T> Answer<List<T>> list(Reply reply, Class<T> of) {
    if (!reply.good()) {
      return no(reply, "");
    }
    try {
      var list = JSON.getTypeFactory().constructCollectionType(List.class, of);
      List<T> items = JSON.readValue(reply.body(), list);
      return new Answer.Given<>(items);
    } catch (JsonProcessingException _) {
      return stranger(reply);
    }
  }

  /// `value` where it is done.
  ///
  /// @param file the name of what was handed in
  <T> Answer<T> done(Reply reply, T value, String file) {
    return reply.good() ? new Answer.Given<>(value) : no(reply, file);
  }

  private <T> Answer<T> no(Reply reply, String file) {
    Optional<JsonNode> problem = problem(reply);
    if (reply.failed()) {
      throw new Outage(
          "%s can't answer now (%d): %s"
              .formatted(from, reply.status(), problem.map(Replies::detail).orElse("no reason")));
    }
    return problem
        .<Answer<T>>map(told -> no(reply.status(), told, file))
        .orElseGet(() -> stranger(reply));
  }

  private <T> Answer<T> no(int status, JsonNode problem, String file) {
    JsonNode faults = problem.path("faults");
    if (status == 403 || status == 409) {
      return new Answer.Refused<>(
          new Refusal(problem.path("code").asText("forbidden"), detail(problem)));
    }
    if (faults.path(0).has("line")) {
      return new Answer.Faulty<>(faults.valueStream().map(fault -> fault(file, fault)).toList());
    }
    String places = faults.valueStream().map(Replies::misfit).collect(Collectors.joining());
    return new Answer.Unusable<>("%s: %s%s".formatted(from, detail(problem), places));
  }

  private <T> Answer<T> stranger(Reply reply) {
    return new Answer.Unusable<>(
        "Expected Feierabend at %s but something else answers (%d); look at the address"
            .formatted(from, reply.status()));
  }

  private static Optional<JsonNode> problem(Reply reply) {
    try {
      return Optional.of(JSON.readTree(reply.body())).filter(it -> it.hasNonNull("detail"));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static String detail(JsonNode problem) {
    return problem.path("detail").asText();
  }

  private static Fault fault(String file, JsonNode fault) {
    return new Fault(
        file,
        fault.path("line").asInt(),
        fault.path("column").asInt(),
        fault.path("expected").asText(),
        fault.path("found").asText());
  }

  private static String misfit(JsonNode misfit) {
    return "%n%s: expected %s, found %s"
        .formatted(
            misfit.path("where").asText(),
            misfit.path("expected").asText(),
            misfit.path("found").asText());
  }
}
