package dev.feierabend.kubernetes.client;

import dev.feierabend.core.kernel.Outage;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Clients with deadlines, without retries of their own but where the server asks for one (else the
/// reconciler asks again, and knows what it asked), and with a user agent by which the API server's
/// audit log tells our writes.
public final class KubernetesClients {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration REQUEST = Duration.ofSeconds(10);

  /// A watch that died without a word is noticed within twice this.
  private static final Duration PING = Duration.ofSeconds(5);

  private KubernetesClients() {}

  /// By the kubeconfig file where one is given, else by the service account of the pod this runs
  /// in. Doesn't connect yet.
  public static KubernetesClient of(Optional<Path> kubeconfig, String userAgent) {
    Config found = kubeconfig.map(KubernetesClients::read).orElseGet(KubernetesClients::inCluster);
    Config config =
        new ConfigBuilder(found)
            .withUserAgent(userAgent)
            .withConnectionTimeout((int) CONNECT.toMillis())
            .withRequestTimeout((int) REQUEST.toMillis())
            .withRequestRetryBackoffLimit(0)
            .withWebsocketPingInterval(PING.toMillis())
            .withHttp2Disable(true)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withKubernetesSerialization(new WatchReading())
        .withHttpClientFactory(new Connections())
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor("asked-to-wait", new AskedToWait()))
        .build();
  }

  /// The API server's version, or an outage that says what cannot be reached.
  public static String version(KubernetesClient client) {
    try {
      return client.getKubernetesVersion().getGitVersion();
    } catch (KubernetesClientException e) {
      throw new Outage(
          "Expected an API server at %s but it didn't answer; check the address, the network and the credentials"
              .formatted(client.getMasterUrl()),
          e);
    }
  }

  private static Config read(Path kubeconfig) {
    if (!Files.isReadable(kubeconfig)) {
      throw new Outage(
          "Expected a kubeconfig at %s but there is none that can be read".formatted(kubeconfig));
    }
    try {
      return Config.fromKubeconfig(kubeconfig.toFile());
    } catch (RuntimeException e) {
      throw new Outage(
          "Expected a kubeconfig at %s but it can't be understood".formatted(kubeconfig), e);
    }
  }

  private static Config inCluster() {
    Config config = Config.autoConfigure(null);
    if (Optional.ofNullable(config.getCurrentContext()).isEmpty()
        && Optional.ofNullable(config.getAutoOAuthToken()).isEmpty()) {
      throw new Outage(
          "Expected a kubeconfig or a pod's service account but found neither; name a file with KUBECONFIG");
    }
    return config;
  }
}
