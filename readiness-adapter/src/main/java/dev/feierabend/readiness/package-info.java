/// Readiness tests over the network. It asks whatever it is told to: whom it may ask, is guarded by
/// `ReadinessPort.only`.
@NullMarked
package dev.feierabend.readiness;

import org.jspecify.annotations.NullMarked;
