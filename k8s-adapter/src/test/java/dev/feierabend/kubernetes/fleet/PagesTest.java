package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import dev.feierabend.kubernetes.resources.TownOffice;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeListBuilder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a watch asks an API server, told from what that was asked.
class PagesTest {
  @TempDir Path folder;
  private final AtomicInteger lists = new AtomicInteger();

  @Test
  void aListIsReadByPagesAndWatchedFromItsVersionWithBookmarks() {
    Function<Asked, Says> twoPages =
        asked -> asked.path().contains("continue=more") ? page("n2", "") : page("n1", "more");
    try (var server = new FakeApiServer(unlessWatching(twoPages, Map.of()));
        var client = server.client(folder);
        var nodes = ClusterWatch.informer(client.nodes(), new Trimmed<Node>(Trims::node))) {
      nodes.start();

      await().until(() -> nodes.getStore().list().size() == 2);
      await().until(() -> watched(server).size() > 0);
      assertThat(server.asked().getFirst().path()).contains("limit=500");
      assertThat(watched(server).getFirst())
          .contains("resourceVersion=7")
          .contains("allowWatchBookmarks=true");
    }
  }

  /// A version that the server has forgotten by now (410), be it a watch's or a page's.
  @Test
  void aForgottenVersionIsAReasonToListAgain() {
    Map<String, Object> gone =
        Map.of("type", "ERROR", "object", Says.no(410, "too old resource version").body());
    Function<Asked, Says> onePage =
        _ -> lists.incrementAndGet() == 1 ? page("n1", "") : page("n2", "");
    try (var server = new FakeApiServer(unlessWatching(onePage, gone));
        var client = server.client(folder);
        var nodes = ClusterWatch.informer(client.nodes(), new Trimmed<Node>(Trims::node))) {
      nodes.start();

      await()
          .untilAsserted(() ->
              assertThat(nodes.getStore().list())
                  .extracting(node -> node.getMetadata().getName())
                  .containsExactly("n2"));
    }
  }

  @Test
  void aPageThatIsForgottenIsAReasonToBeginAnew() {
    Function<Asked, Says> forgetsOnce =
        asked ->
            !asked.path().contains("continue=more")
                ? page("n1", "more")
                : lists.incrementAndGet() == 1 ? Says.no(410, "expired") : page("n2", "");
    try (var server = new FakeApiServer(unlessWatching(forgetsOnce, Map.of()));
        var client = server.client(folder);
        var nodes = ClusterWatch.informer(client.nodes(), new Trimmed<Node>(Trims::node))) {
      nodes.start();

      await().until(() -> nodes.getStore().list().size() == 2);
      assertThat(lists).hasValue(2);
    }
  }

  @Test
  void whatTheClusterHasAndItsDocumentsAreAllReadByPages() {
    Function<Asked, Says> twoPages =
        asked -> asked.path().contains("continue=more") ? none("") : none("more");
    try (var server = new FakeApiServer(unlessWatching(twoPages, Map.of()));
        var client = server.client(folder);
        var office = new TownOffice(folder, InstantSource.system());
        var timetable = new QuartzTimetable("pages");
        var _ = ClusterWatch.start(client, Recipes.shipped(), InstantSource.system());
        var _ = ClusterDocuments.start(client, office.books(), timetable, InstantSource.system())) {
      var all = List.of("pods", "nodes", "deployments", "schedulepolicies", "scheduleoverrides");

      await().until(() -> all.stream().allMatch(kind -> isPaged(server, kind)));
      assertThat(listed(server)).allMatch(path -> path.contains("limit=500"));
    }
  }

  private static boolean isPaged(FakeApiServer server, String plural) {
    return listed(server).stream()
        .anyMatch(path -> path.contains("/" + plural + "?") && path.contains("continue=more"));
  }

  private static List<String> listed(FakeApiServer server) {
    return server.asked().stream()
        .map(Asked::path)
        .filter(path -> !path.contains("watch=true"))
        .toList();
  }

  private static Says none(String next) {
    return Says.ok(
        Map.of("metadata", Map.of("resourceVersion", "7", "continue", next), "items", List.of()));
  }

  private static List<String> watched(FakeApiServer server) {
    return server.asked().stream()
        .map(Asked::path)
        .filter(path -> path.contains("watch=true"))
        .toList();
  }

  private static Function<Asked, Says> unlessWatching(
      Function<Asked, Says> list, Map<String, Object> event) {
    return asked -> asked.path().contains("watch=true") ? Says.ok(event) : list.apply(asked);
  }

  private static Says page(String node, String next) {
    return Says.ok(
        new NodeListBuilder()
            .withNewMetadata()
            .withResourceVersion("7")
            .withContinue(next)
            .endMetadata()
            .withItems(Towns.node(node))
            .build());
  }
}
