package dev.feierabend.core.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A policy is its document: written as its text, and read from that as when it was proposed.
final class PolicyReading extends JsonDeserializer<SchedulePolicy> {
  static final class Writing extends JsonSerializer<SchedulePolicy> {
    @Override
    public void serialize(SchedulePolicy policy, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(policy.document().text());
    }
  }

  @Override
  public SchedulePolicy deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    byte[] document = json.getText().getBytes(StandardCharsets.UTF_8);
    return switch (SchedulePolicyParser.parse("policy", document)) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          context.reportInputMismatch(
              SchedulePolicy.class, "Expected a policy but found %s", faults.getFirst());
    };
  }
}
