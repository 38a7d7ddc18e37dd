package dev.feierabend.policies.language;

/// Reads a policy from the bytes that its tenant handed in.
public final class SchedulePolicyParser {
  private SchedulePolicyParser() {}

  /// `file` names the document in its faults; nothing is read from it.
  public static Parsed<SchedulePolicy> parse(String file, byte[] bytes) {
    return switch (PolicyDraft.MANIFEST.parse(file, bytes)) {
      case Parsed.Valid<PolicyDraft>(var draft) ->
          new Parsed.Valid<>(draft.policy(Document.of(bytes)));
      case Parsed.Invalid<PolicyDraft>(var faults) -> new Parsed.Invalid<>(faults);
    };
  }
}
