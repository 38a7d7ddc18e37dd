package dev.feierabend.helm.rights;

/// Everything that one room of the adapter ever asks of an API server. A room that needs a right
/// has one of these among those of `RightsUsedTest`.
@FunctionalInterface
interface Exercise {
  void on(Stage stage);
}
