/// What would go wrong in a night or in the morning after it: pure checks over what was read of a
/// cluster at one moment, and thin readers.
@NullMarked
package dev.feierabend.kubernetes.preflight;

import org.jspecify.annotations.NullMarked;
