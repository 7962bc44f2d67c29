/** An event of a server-sent stream. `id` is undefined where none was given. */
export type ServerSentEvent = { name: string; data: string; id: string | undefined };

/**
 * Reads `text/event-stream` as it comes in, in pieces cut anywhere. It keeps no more than one event, and no event
 * beyond `mostCharacters`: then `push` returns 'too-large', and the stream has to be ended.
 */
export class EventParser {
  readonly #mostCharacters: number;
  #line = '';
  #endedInCr = false;
  #name = '';
  #data: string[] = [];
  #id: string | undefined;
  #size = 0;
  #isStart = true;

  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  push(piece: string): ServerSentEvent[] | 'too-large' {
    const events: ServerSentEvent[] = [];
    let text = this.#isStart ? piece.replace(/^\uFEFF/, '') : piece;
    if (piece !== '') this.#isStart = false;
    // A carriage return at the end of a piece may be one half of a line's end.
    if (this.#endedInCr && text.startsWith('\n')) text = text.slice(1);
    if (piece !== '') this.#endedInCr = text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? '';
    for (const part of lines) {
      const event = this.#take(this.#line + part);
      this.#line = '';
      if (event) events.push(event);
      if (this.#size > this.#mostCharacters) return 'too-large';
    }
    this.#line += rest;
    return this.#line.length + this.#size > this.#mostCharacters ? 'too-large' : events;
  }

  #take(line: string): ServerSentEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined; // a comment
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    this.#size += line.length;
    if (field === 'event') this.#name = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    return undefined;
  }

  #dispatch(): ServerSentEvent | undefined {
    const event = { name: this.#name || 'message', data: this.#data.join('\n'), id: this.#id };
    const isEmpty = this.#data.length === 0;
    this.#name = '';
    this.#data = [];
    this.#id = undefined;
    this.#size = 0;
    return isEmpty ? undefined : event;
  }
}
