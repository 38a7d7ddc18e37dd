/// The consolidation experiment of Beloglazov and Buyya (2012) in a simulator of our own: 800
/// hosts, a recorded day, published methods beside ours and the least energy that is possible at
/// all.
@NullMarked
package dev.feierabend.sandbox.study;

import org.jspecify.annotations.NullMarked;
