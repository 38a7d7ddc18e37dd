package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Answer;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the API server for an effect and turns its failures into answers. A conflict means that
/// somebody else was quicker: look again, ask again, a few times.
public final class Asking {
  private static final int ATTEMPTS = 4;
  private static final int TOO_MANY_REQUESTS = 429;

  private Asking() {}

  public static Answer of(String what, Supplier<Answer> ask) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return ask.get();
      } catch (KubernetesClientException failure) {
        if (failure.getCode() != HttpURLConnection.HTTP_CONFLICT) {
          return failed(what, failure);
        }
      }
    }
    return new Answer.Unknown(
        "%s: changed by others %d times in a row meanwhile".formatted(what, ATTEMPTS));
  }

  /// What a failure other than a conflict means: the server said no, or nobody knows.
  public static Answer failed(String what, KubernetesClientException failure) {
    int code = failure.getCode();
    String because = "%s: %s".formatted(what, sentence(failure));
    boolean saidNo =
        code >= HttpURLConnection.HTTP_BAD_REQUEST
            && code < HttpURLConnection.HTTP_INTERNAL_ERROR
            && code != HttpURLConnection.HTTP_CLIENT_TIMEOUT
            && code != TOO_MANY_REQUESTS;
    return saidNo ? new Answer.Refused(because) : new Answer.Unknown(because);
  }

  private static String sentence(KubernetesClientException failure) {
    String said =
        Optional.ofNullable(failure.getStatus())
            .map(Status::getMessage)
            .orElseGet(() -> String.valueOf(failure.getMessage()));
    return failure.getCode() == 0 ? said : "%d, %s".formatted(failure.getCode(), said);
  }
}
