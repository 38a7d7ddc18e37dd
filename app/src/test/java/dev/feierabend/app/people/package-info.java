@NullMarked
package dev.feierabend.app.people;

import org.jspecify.annotations.NullMarked;
