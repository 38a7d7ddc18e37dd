/// A night on the real parts that there are: a control plane whose machines follow power
/// controllers, and what stands beside it; and what all of their logs say of it, against the
/// journal.
@NullMarked
package dev.feierabend.helm.realparts;

import org.jspecify.annotations.NullMarked;
