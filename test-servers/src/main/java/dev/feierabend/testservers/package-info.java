/// Real servers for tests: built once into an ignored cache, started on loopback, gone with the
/// test.
@NullMarked
package dev.feierabend.testservers;

import org.jspecify.annotations.NullMarked;
