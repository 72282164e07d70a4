/** How large marks are and how far apart, in px of a drawing at its own size. */

/** Around rows and columns: layers' names, what would follow, tokens. */
export const MARGIN = { left: 48, right: 104, top: 10, bottom: 34 };
/** Of a line's height. */
export const LINE = { least: 15, most: 150 };
/** In a row there are three heads, more where a layer's row has no room for so many lines; rows grow where there are more than eight. */
export const HEADS = { abreast: 3, perRow: 8, step: 19, fromStream: 18, width: 18, height: 13, line: 15 };
/** Between the state that heads add to and the uppermost line of them, where there is room. */
export const UNDER_MID = 6;
export const ATTENTION = { fromStream: 14 };
export const MLP = { fromStream: 16 };
export const NEURONS = { step: 8, fromMlp: 15 };
export const APART = 10;
export const LONGEST_TOKEN = 12;
export const TOKEN_FONT = 11;
/** Below the top of a layer's row, in parts of a line: the state that attention leaves, and the MLP between it and the next. */
export const BELOW_TOP = { mid: 0.4, mlp: 0.2 };
/** Smaller than so many times their size marks and their numbers are not legible. */
export const SCALES = { least: 0.8, most: 1 };
