package dev.feierabend.kubernetes.client;

import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Each request has a connection to itself while it is under way, and leaves it to the next: a
/// thousand writes cost the API server less so than on one connection that all share. One that died
/// without a word is found by a request that gets no answer; so none is kept for longer than it
/// takes to know that the network is away.
final class Connections extends OkHttpClientFactory {
  /// As many as are ever under way at once, so that no burst shakes hands anew.
  private static final int MOST = 128;

  private static final Duration KEPT = Duration.ofSeconds(30);

  @Override
  protected void additionalConfig(OkHttpClient.Builder builder) {
    builder.connectionPool(new ConnectionPool(MOST, KEPT.toSeconds(), TimeUnit.SECONDS));
  }
}
