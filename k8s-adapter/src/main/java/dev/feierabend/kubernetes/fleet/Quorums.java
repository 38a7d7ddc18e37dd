package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which pods are members of stores that can't spare many: as data, in the file beside this class.
record Quorums(List<Member> members) {
  /// Those that come with the product.
  static final Quorums SHIPPED = read("quorums.yaml");

  /// @param store by the name that people call it
  record Member(String store, LabelSelector selector) {}

  Quorums {
    members = List.copyOf(members);
  }

  /// The store that a pod is a member of.
  Optional<String> store(Pod pod) {
    Map<String, String> labels = Labels.of(pod);
    return members.stream()
        .filter(member -> Labels.match(member.selector(), labels))
        .map(Member::store)
        .findFirst();
  }

  /// The store that a pod is a member of, unless it may move: a budget lets one go at a time, and
  /// nothing ties it.
  Optional<String> unspared(Pod pod, Ties ties) {
    return store(pod).filter(_ -> !ties.spares(pod));
  }

  private static Quorums read(String file) {
    try (InputStream in = Objects.requireNonNull(Quorums.class.getResourceAsStream(file), file)) {
      return new Quorums(
          new KubernetesSerialization().unmarshal(in, new TypeReference<List<Member>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
