/**
 * Who may do what, room by room: the guard before everything that api and ingest answer, keys and sessions, callers and their turns. What is asked of Headstream, and what
 * it answers, is not known here. The root is empty.
 */
@NullMarked
package io.headstream.access;

import org.jspecify.annotations.NullMarked;
