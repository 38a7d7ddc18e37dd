/// A signing key in a token that is reached over PKCS #11.
@NullMarked
package dev.feierabend.app.token;

import org.jspecify.annotations.NullMarked;
