/// How long hosts take to come back, and when each has to begin so that it is back in time.
@NullMarked
package dev.feierabend.core.waking;

import org.jspecify.annotations.NullMarked;
