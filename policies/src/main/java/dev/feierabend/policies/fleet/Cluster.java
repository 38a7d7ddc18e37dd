package dev.feierabend.policies.fleet;

/// Another Kubernetes cluster than the one that the service runs in. `credentials` names the file
/// that is its kubeconfig; the secret itself never stands in a document.
public record Cluster(String name, String credentials) {}
