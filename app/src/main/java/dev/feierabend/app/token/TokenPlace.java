package dev.feierabend.app.token;

import java.nio.file.Path;

/// Where a key is kept that PKCS #11 reaches.
///
/// @param tool OpenSC's `pkcs11-tool`, 0.23 or newer
/// @param module the library that the token's maker gives for it
/// @param token the token's label
/// @param label the key's, of its secret and its public half
/// @param pin a file whose first line is the user's PIN
public record TokenPlace(Path tool, Path module, String token, String label, Path pin) {}
