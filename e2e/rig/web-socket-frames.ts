/** Cuts the bytes a WebSocket server sends, from its HTTP answer on, into that answer and then single frames. */
export class WebSocketFrames {
  #rest = Buffer.alloc(0);
  #isUpgraded = false;

  /** The pieces that are whole by now. `isMessage`: a whole text or binary message, and not a control frame. */
  cut(bytes: Buffer): { bytes: Buffer; isMessage: boolean }[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const pieces: { bytes: Buffer; isMessage: boolean }[] = [];
    for (;;) {
      const length = this.#isUpgraded ? frameLength(this.#rest) : headLength(this.#rest);
      if (length === undefined || this.#rest.length < length) return pieces;
      const piece = this.#rest.subarray(0, length);
      const first = piece[0] ?? 0;
      const isMessage = this.#isUpgraded && (first & 0x80) !== 0 && [1, 2].includes(first & 0x0f);
      pieces.push({ bytes: piece, isMessage });
      this.#rest = this.#rest.subarray(length);
      this.#isUpgraded = true;
    }
  }
}

function headLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? undefined : end + 4;
}

/** A server's frames are not masked (RFC 6455, 5.2). */
function frameLength(bytes: Buffer): number | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  if (short < 126) return 2 + short;
  if (short === 126) return bytes.length < 4 ? undefined : 4 + bytes.readUInt16BE(2);
  return bytes.length < 10 ? undefined : 10 + Number(bytes.readBigUInt64BE(2));
}
