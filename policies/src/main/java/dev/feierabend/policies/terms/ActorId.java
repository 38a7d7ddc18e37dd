package dev.feierabend.policies.terms;

/// A person or a machine that acts, by pseudonym. Its name lives outside the journal.
public record ActorId(String value) implements Comparable<ActorId> {
  public ActorId {
    Terms.spelled("actor", value);
  }

  @Override
  public int compareTo(ActorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
