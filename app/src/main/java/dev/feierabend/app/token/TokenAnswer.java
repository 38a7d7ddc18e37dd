package dev.feierabend.app.token;

/// How `pkcs11-tool` ended.
final class TokenAnswer {
  private final int exit;
  private final byte[] out;
  private final String said;

  /// @param exit 0 where it did what it was asked
  /// @param out what it was asked for
  /// @param said what it told beside
  TokenAnswer(int exit, byte[] out, String said) {
    this.exit = exit;
    this.out = out.clone();
    this.said = said;
  }

  boolean pinRefused() {
    return exit != 0 && said.contains("CKR_PIN_");
  }

  /// What it is asked for.
  ///
  /// @throws TokenOut where it failed, with what is to be done
  byte[] orOut(TokenPlace place) {
    if (exit == 0) {
      return out;
    }
    throw new TokenOut(
        switch (said) {
          case String s when s.contains("CKR_PIN_LOCKED") ->
              "The token %s is locked after too many wrong PINs; unlock it with its maker's program"
                  .formatted(place.token());
          case String s when s.contains("CKR_PIN_") ->
              "The token %s refuses the PIN in %s, and isn't asked with it again lest it lock; correct the file"
                  .formatted(place.token(), place.pin());
          case String s when s.contains("load pkcs11 module") ->
              "Expected a PKCS #11 module in %s but it can't be loaded".formatted(place.module());
          case String s when s.contains("No slot") ->
              "Expected a token labelled %s but %s reaches none; is it plugged in?"
                  .formatted(place.token(), place.module());
          case String s when s.contains("object not found") ->
              "Expected a key labelled %s in the token %s but there is none"
                  .formatted(place.label(), place.token());
          default ->
              "The token %s didn't do what it was asked: %s".formatted(place.token(), last());
        });
  }

  private String last() {
    return said.lines()
        .filter(line -> !line.startsWith("Aborting"))
        .reduce((_, line) -> line.strip())
        .orElse("exit " + exit);
  }
}
