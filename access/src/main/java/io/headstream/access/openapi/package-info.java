/**
 * What the OpenAPI document says of every call alike: how a problem looks, and which members of a body are always there. Nothing that is of one
 * call alone belongs here; that stands at its resource.
 */
@NullMarked
package io.headstream.access.openapi;

import org.jspecify.annotations.NullMarked;
