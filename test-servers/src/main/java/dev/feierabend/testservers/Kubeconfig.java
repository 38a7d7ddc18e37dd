package dev.feierabend.testservers;

/// How a client finds and trusts a test's API server.
final class Kubeconfig {
  private Kubeconfig() {}

  static String of(String uri, String certificateAuthorityData, String token) {
    return """
    apiVersion: v1
    kind: Config
    clusters: [{name: test, cluster: {server: "%s", certificate-authority-data: "%s"}}]
    users: [{name: test, user: {token: "%s"}}]
    contexts: [{name: test, context: {cluster: test, user: test}}]
    current-context: test
    """
        .formatted(uri, certificateAuthorityData, token);
  }
}
