package io.headstream.api.trace;

import java.util.List;

/** Attention patterns drawn small: pictures of size x size cells, lower triangles. */
final class Thumbnails {
    private Thumbnails() {}

    /**
     * One byte a cell, 0 to 255 for weights of 0 to 1, row by row up to the diagonal. A cell that stands for several queries and keys has their largest weight, so that a stripe of one
     * key stays a stripe.
     *
     * @param starts where each query's row begins in keys and weights, and where the last ends
     * @param size rows and columns, at most the number of queries
     * @return size x (size + 1) / 2 bytes
     */
    static byte[] of(List<Integer> starts, List<Integer> keys, List<Double> weights, int size) {
        int positions = starts.size() - 1;
        byte[] cells = new byte[size * (size + 1) / 2];
        for (int query = 0; query < positions; query++) {
            int row = query * size / positions;
            for (int i = starts.get(query); i < starts.get(query + 1); i++) {
                int cell = row * (row + 1) / 2 + keys.get(i) * size / positions;
                int value = (int) Math.round(255 * Math.min(1, Math.max(0, weights.get(i))));
                cells[cell] = (byte) Math.max(cells[cell] & 0xFF, value);
            }
        }
        return cells;
    }
}
