/** The server that commands ask: requests, what it refuses, a job until its end. What is printed of an answer is the commands' to know. */
@NullMarked
package io.headstream.cli.client;

import org.jspecify.annotations.NullMarked;
