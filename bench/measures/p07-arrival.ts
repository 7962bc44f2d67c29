import { WebSocketServer } from 'ws';
import { now } from '../rig/now.ts';
import { pause } from '../rig/pause.ts';
import { WatchedPage } from '../rig/watched-page.ts';
import { inTurns } from '../statistics/turns.ts';
import type { Bench, Measure } from './measure.ts';
import { list, question, questions, withdraw } from './questions.ts';

/** From the server's send to the row being on screen, with a few rows in the list. The floor's page holds the socket itself. */
export const arrival: Measure = {
  names: ['P7'],
  title: 'server send to row painted',
  run: async ({ samples, scripted, startApp, startFloor }: Bench) => {
    list(scripted, questions(5, 'Standing'));
    const app = await startApp({ env: scripted.env() });
    await app.live();
    await app.inbox.expectRows(5);
    const page = await WatchedPage.of(app.page);
    const floor = await startFloor();
    const socket = await RawSocket.to(floor.watched);

    const taken = await inTurns(samples, {
      ours: async (sample) => {
        const asked = question(`Arrival ${sample}?`);
        const row = `[role=option][data-key$="${asked.id}"]`;
        await pause();
        let sentAt = 0;
        const paintedAt = await page.paintedAfter([{ selector: row, text: asked.title }], () => {
          sentAt = now();
          scripted.notify(asked.body);
        });
        await page.paintedAfter([{ selector: '[role=listbox]', without: row }], () => withdraw(scripted, [asked]));
        return paintedAt - sentAt;
      },
      floor: async (sample) => {
        const { title, body } = question(`Raw ${sample}`);
        await pause();
        let sentAt = 0;
        const paintedAt = await floor.watched.paintedAfter([{ selector: '[data-bare]', text: title }], () => {
          sentAt = now();
          socket.send(JSON.stringify({ type: 'notification', data: body }));
        });
        return paintedAt - sentAt;
      },
    });
    socket.close();
    const figure = {
      name: 'P7',
      what: 'server send to row painted',
      against: 'a raw WebSocket into a bare page and a frame',
      unit: 'ms',
      good: { ratio: 3, p99: 100 },
      goal: { ratio: 2, p95: 40 },
    };
    return [{ figure, ...taken }];
  },
};

/** A socket from the bare page to this process. */
class RawSocket {
  private constructor(private readonly server: WebSocketServer) {}

  static async to({ page }: WatchedPage): Promise<RawSocket> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    if (typeof address === 'string' || address === null) throw new Error('The server has no port.');
    const connected = new Promise((resolve) => server.once('connection', resolve));
    await page.evaluate((port) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`);
      socket.onmessage = ({ data }) => {
        const line = document.querySelector('[data-bare]');
        if (line) line.textContent = JSON.parse(data).data.context.title;
      };
    }, address.port);
    await connected;
    return new RawSocket(server);
  }

  send(frame: string): void {
    for (const client of this.server.clients) client.send(frame);
  }

  close(): void {
    for (const client of this.server.clients) client.terminate();
    this.server.close();
  }
}
