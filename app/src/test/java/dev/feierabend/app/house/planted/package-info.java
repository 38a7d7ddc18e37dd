/// What the house's rules forbid, so that they can be seen to see it.
@NullMarked
package dev.feierabend.app.house.planted;

import org.jspecify.annotations.NullMarked;
