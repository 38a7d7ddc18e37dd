package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.client.Pages;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Listable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads a cluster once. What can't be read is a trouble of its own, and the rest is looked at all
/// the same.
final class Reading {
  private final Queue<Trouble> unread = new ConcurrentLinkedQueue<>();

  List<Trouble> unread() {
    return List.copyOf(unread);
  }

  /// Everything, by pages, of which only what `kept` makes of each stays in memory.
  <T extends HasMetadata, L extends KubernetesResourceList<T>, R> List<R> all(
      String what, Listable<L> from, Function<T, Stream<R>> kept) {
    return whole(what, from, kept).orElse(List.of());
  }

  /// Likewise; empty where it can't be read.
  <T extends HasMetadata, L extends KubernetesResourceList<T>, R> Optional<List<R>> whole(
      String what, Listable<L> from, Function<T, Stream<R>> kept) {
    return or(
        what,
        Optional.empty(),
        () -> {
          var all = new ArrayList<R>();
          String next = "";
          do {
            var options = new ListOptionsBuilder().withLimit(Pages.SIZE);
            L page = from.list((next.isEmpty() ? options : options.withContinue(next)).build());
            page.getItems().stream().flatMap(kept).forEach(all::add);
            next = String.valueOf(page.getMetadata().getContinue());
          } while (!next.isEmpty() && !next.equals("null"));
          return Optional.of(List.copyOf(all));
        });
  }

  /// What `read` answers, or `otherwise` where it can't be read.
  <T> T or(String what, T otherwise, Supplier<T> read) {
    try {
      return read.get();
    } catch (KubernetesClientException e) {
      unread.add(Trouble.of(Kind.UNREAD, what, sentence(e)));
      return otherwise;
    }
  }

  private static String sentence(KubernetesClientException e) {
    return e.getStatus() == null
        ? String.valueOf(e.getMessage())
        : String.valueOf(e.getStatus().getMessage());
  }
}
