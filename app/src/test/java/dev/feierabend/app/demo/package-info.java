/// The week, with the store failing under it.
@NullMarked
package dev.feierabend.app.demo;

import org.jspecify.annotations.NullMarked;
