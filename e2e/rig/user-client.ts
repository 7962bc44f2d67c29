import { WebSocket } from 'ws';
import { callJson, type Reply } from './agent.ts';

/** Another client of the same person: it reads, answers and listens with the user token. */
export class UserClient {
  private socket: WebSocket | undefined;
  /** Every message of the stream, as it came. */
  readonly heard: { type: string; data: Record<string, unknown> }[] = [];

  constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  async listen(): Promise<void> {
    const url = `${this.url.replace('http', 'ws')}/api/v1/client/stream`;
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${this.token}` } });
    this.socket = socket;
    socket.on('message', (frame) => this.heard.push(JSON.parse(String(frame))));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  }

  respond(id: string, actionId: string, data: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const body = { notification_id: id, action_id: actionId, response_data: data };
    return callJson(`${this.url}/api/v1/client/respond`, { method: 'POST', token: this.token, body, headers });
  }

  read(id: string): Promise<Reply> {
    return callJson(`${this.url}/api/v1/client/notifications/${id}`, { token: this.token });
  }

  close(): void {
    this.socket?.terminate();
  }
}
