/// Wakes machines that no controller switches on, by magic packets that somebody awake sends in
/// their segment.
@NullMarked
package dev.feierabend.hypervisor.wakeonlan;

import org.jspecify.annotations.NullMarked;
