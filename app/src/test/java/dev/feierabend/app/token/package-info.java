/// What is typed, and what comes back.
@NullMarked
package dev.feierabend.app.token;

import org.jspecify.annotations.NullMarked;
