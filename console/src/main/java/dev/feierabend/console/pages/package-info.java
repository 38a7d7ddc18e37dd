/// One page for people: what sleeps and why, what is due, what waits for approval, what happened.
@NullMarked
package dev.feierabend.console.pages;

import org.jspecify.annotations.NullMarked;
