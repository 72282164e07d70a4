package io.headstream.tracer.checkpoint;

import java.util.List;

/**
 * A tensor of a safetensors file, as its header describes it.
 *
 * @param offset bytes from the start of the file
 * @param length bytes
 */
public record TensorEntry(String name, TensorType type, List<Long> shape, long offset, long length) {}
