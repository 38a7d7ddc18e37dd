/// The fleet as a cluster shows it: pure functions over its objects, and one thin watch.
@NullMarked
package dev.feierabend.kubernetes.fleet;

import org.jspecify.annotations.NullMarked;
