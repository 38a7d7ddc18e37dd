/// A policy's hours of sleep as a calendar that people subscribe to.
@NullMarked
package dev.feierabend.policies.feed;

import org.jspecify.annotations.NullMarked;
