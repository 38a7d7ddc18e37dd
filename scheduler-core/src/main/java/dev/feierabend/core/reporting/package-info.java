/// Energy, punctuality, and the history as sentences.
@NullMarked
package dev.feierabend.core.reporting;

import org.jspecify.annotations.NullMarked;
