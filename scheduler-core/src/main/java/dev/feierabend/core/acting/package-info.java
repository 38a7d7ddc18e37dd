/// From a decided plan to effects: intent, effect, outcome.
@NullMarked
package dev.feierabend.core.acting;

import org.jspecify.annotations.NullMarked;
