package io.headstream.tracer.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a family's heads attend.
 *
 * @param keyValueHeads heads that have keys and values of their own; each serves heads / keyValueHeads queries (Ainslie et al. 2023,
 *     arXiv 2305.13245)
 * @param qkv how the checkpoint holds W_Q, W_K and W_V
 * @param scoreScale what attention scores are multiplied by
 * @param scaleByLayer scores also divided by layer + 1 (GPT-2's scale_attn_by_inverse_layer_idx)
 * @param windows by layer, how many positions a query sees, its own included; empty where all layers see all
 * @param rotary absent where positions are learned
 */
public record AttentionRule(
        int keyValueHeads,
        QkvLayout qkv,
        double scoreScale,
        boolean scaleByLayer,
        List<Integer> windows,
        @Nullable Rotary rotary) {

    /** How W_Q, W_K and W_V lie in a checkpoint. */
    public enum QkvLayout {
        SEPARATE,
        /** One matrix, its outputs all of q, then all of k, then all of v (GPT-2). */
        JOINED,
        /** One matrix, its outputs q, k and v of head 0, then of head 1 and so on (GPT-NeoX). */
        JOINED_BY_HEAD
    }

    /** Every head its own keys, scores divided by sqrt(d_head), all positions seen, positions learned. */
    public static AttentionRule plain(int heads, int dHead) {
        return new AttentionRule(heads, QkvLayout.SEPARATE, 1 / Math.sqrt(dHead), false, List.of(), null);
    }

    public AttentionRule withQkv(QkvLayout layout) {
        return new AttentionRule(keyValueHeads, layout, scoreScale, scaleByLayer, windows, rotary);
    }

    public AttentionRule withScores(double scale, boolean byLayer) {
        return new AttentionRule(keyValueHeads, qkv, scale, byLayer, windows, rotary);
    }

    public AttentionRule withWindows(List<Integer> byLayer) {
        return new AttentionRule(keyValueHeads, qkv, scoreScale, scaleByLayer, byLayer, rotary);
    }

    public AttentionRule withRotary(Rotary embedding) {
        return new AttentionRule(keyValueHeads, qkv, scoreScale, scaleByLayer, windows, embedding);
    }
}
