/// Three towns that share a data centre, made from a seed.
@NullMarked
package dev.feierabend.sandbox.town;

import org.jspecify.annotations.NullMarked;
