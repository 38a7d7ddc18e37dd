/// How a machine is switched, whatever its controller speaks: one switch at a time, each with its
/// time to settle, and the observed state decides.
@NullMarked
package dev.feierabend.hypervisor.switching;

import org.jspecify.annotations.NullMarked;
