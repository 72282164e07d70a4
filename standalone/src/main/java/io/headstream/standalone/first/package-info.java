/**
 * What a new data folder begins with: the graph that the build has laid ready (schema, the shipped model, its example trace), how it is made and how
 * it comes into the folder. Nothing of accounts or passwords, and nothing of the machine that built it, may be in it.
 */
@NullMarked
package io.headstream.standalone.first;

import org.jspecify.annotations.NullMarked;
