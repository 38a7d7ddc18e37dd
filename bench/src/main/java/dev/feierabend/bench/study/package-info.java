/// The simulator of `study`, held against figures that CloudSim measured.
@NullMarked
package dev.feierabend.bench.study;

import org.jspecify.annotations.NullMarked;
