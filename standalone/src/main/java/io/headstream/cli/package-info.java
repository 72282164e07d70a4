/**
 * The command line: each command a class that asks a server by HTTP and prints. No command touches the database or a model; what starts a server is standalone's.
 */
@NullMarked
package io.headstream.cli;

import org.jspecify.annotations.NullMarked;
