/// Asks others over HTTP, known by files that are read whenever they are needed.
@NullMarked
package dev.feierabend.app.outward;

import org.jspecify.annotations.NullMarked;
