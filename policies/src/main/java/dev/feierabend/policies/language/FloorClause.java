package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `{hosts: 2, share: 20%, replicas: 1}`; of a policy, or of one of its windows, where it says what
/// is otherwise in that window.
public record FloorClause(
    Optional<Integer> hosts, Optional<Integer> share, Optional<Integer> replicas) {
  static final FloorClause NONE =
      new FloorClause(Optional.empty(), Optional.empty(), Optional.empty());

  static final MapShape<FloorClause> SHAPE =
      new MapShape<>("a floor, for example {hosts: 2}", FloorClause::read);

  private static final Pattern PERCENT = Pattern.compile("(100|[1-9]?[0-9])%");

  private static final Scalar<Integer> SHARE =
      new Scalar<>(
          "a share from 0% to 100%, for example 20%",
          text -> Integer.valueOf(Scalars.matching(PERCENT, text).replace("%", "")));

  private static Optional<FloorClause> read(Fields fields) {
    Read<Optional<Integer>> hosts = fields.optional("hosts", atLeastNone("hosts"));
    Read<Optional<Integer>> share = fields.optional("share", SHARE);
    Read<Optional<Integer>> replicas = fields.optional("replicas", atLeastNone("replicas"));
    if (!fields.has("hosts") && !fields.has("share") && !fields.has("replicas")) {
      fields.complain(fields.at(), "\"hosts\", \"share\" or \"replicas\"", "none of them");
    }
    return fields.build(() -> new FloorClause(hosts.value(), share.value(), replicas.value()));
  }

  private static Scalar<Integer> atLeastNone(String what) {
    return Scalars.whole(
        "a number of %s of at least 0, for example 2".formatted(what), 0, 1_000_000);
  }

  /// What it doesn't say is as in `other`.
  public Floor over(Floor other) {
    return new Floor(
        hosts.orElse(other.hosts()),
        share.orElse(other.share()),
        replicas.orElse(other.replicas()));
  }

  /// As the document would say it.
  @Override
  public String toString() {
    return Stream.of(
            hosts.map("hosts: %d"::formatted),
            share.map("share: %d%%"::formatted),
            replicas.map("replicas: %d"::formatted))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
