/// A week of three towns in virtual time, and how it is told.
@NullMarked
package dev.feierabend.app.demo;

import org.jspecify.annotations.NullMarked;
