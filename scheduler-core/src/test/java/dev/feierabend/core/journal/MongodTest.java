package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.feierabend.testservers.Mongod;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class MongodTest {
  @Test
  void theContractHoldsOnMongodWhereThereIsADockerEngine() {
    Mongod.start()
        .ifPresent(server -> {
          try (server) {
            OnMongod.uri = uri(server);
            assertThat(failures()).isEmpty();
          }
        });
  }

  /// Directly: the member's own name for itself means nothing outside its container.
  private static String uri(Mongod server) {
    return server.uri() + "/?directConnection=true&serverSelectionTimeoutMS=20000";
  }

  private static Iterable<String> failures() {
    var summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OnMongod.class))
                .build(),
            summary);
    assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    return summary.getSummary().getFailures().stream()
        .map(
            failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
        .toList();
  }

  /// Run by the test above alone: its name is none that the build looks for.
  static class OnMongod extends RealMongoContract {
    private static String uri = "";

    @Override
    String uri() {
      return uri;
    }
  }
}
