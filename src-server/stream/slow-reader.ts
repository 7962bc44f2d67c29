/** What may wait unsent for one reader, bytes, before it counts as too slow and is closed. */
export const mostBufferedBytes = 8 * 1024 * 1024;

/** How long the end of a stream may take to reach its reader before the connection is cut, ms. */
export const closeGraceMs = 500;
