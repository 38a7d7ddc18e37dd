/// A data centre in memory: machines that boot, drain, fail and burn watts.
@NullMarked
package dev.feierabend.sandbox.centre;

import org.jspecify.annotations.NullMarked;
