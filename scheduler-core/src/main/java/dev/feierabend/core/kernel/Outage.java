package dev.feierabend.core.kernel;

/// Something this product needs cannot be reached or refuses to work: a store, a cluster, a
/// controller. One sentence that says what, and what to do.
public class Outage extends RuntimeException {
  public Outage(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public Outage(String sentence) {
    super(sentence);
  }
}
