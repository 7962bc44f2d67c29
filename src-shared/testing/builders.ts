import type { ResponseType } from '../protocol/action.ts';

/** A JSON object as a sender writes it. */
export type Json = Record<string, unknown>;

/** One consistent action of each response type, in wire form (section 11). */
export const wireActions: { [T in ResponseType]: Json } = {
  simple: { id: 'ship', label: 'Ship it', response_type: 'simple' },
  binary: {
    id: 'logs',
    label: 'Include logs?',
    response_type: 'binary',
    options: { true_label: 'Yes, include logs', false_label: 'No logs' },
  },
  choice: { id: 'region', label: 'Region', response_type: 'choice', options: threeOptions() },
  multi_choice: { id: 'checks', label: 'Checks', response_type: 'multi_choice', options: threeOptions() },
  text: { id: 'hold', label: 'Hold back', response_type: 'text', constraints: { min_length: 3, max_length: 20 } },
  number: { id: 'rollout', label: 'Roll out', response_type: 'number', constraints: { min: 5, max: 50, step: 5 } },
  scale: { id: 'risk', label: 'Risk', response_type: 'scale', constraints: { min: 1, max: 10, step: 2 } },
  datetime: {
    id: 'later',
    label: 'Later',
    response_type: 'datetime',
    constraints: { min: '2026-01-15T09:00:00Z', max: '2026-01-16T09:00:00Z' },
  },
};

function threeOptions(): Json[] {
  return ['a', 'b', 'c'].map((value) => ({ value, label: `Option ${value.toUpperCase()}` }));
}

/** The moment at which the notifications below are sent: 2026-01-15 08:40 UTC. */
export const sentAt = Date.UTC(2026, 0, 15, 8, 40);

/** The body of a valid `POST /api/v1/notifications`, fresh each time so that a test may change it. */
export function aSendBody(changes: Json = {}): Json {
  return copyOf({
    id: '5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33',
    version: '1.0',
    timestamp: '2026-01-15T08:40:00Z',
    deadline: '2026-01-15T10:40:00Z',
    context: {
      title: 'Ship build 118?',
      description: 'All checks are green.',
      project: 'storefront',
      metadata: { build: 118, branch: 'main' },
      attachments: [{ type: 'text/markdown', description: 'Change list', uri: 'https://ci.example/118.md' }],
    },
    actions: Object.values(wireActions),
    ...changes,
  });
}

/** A notification as a server gives it to a client (section 10). */
export function aWireNotification(changes: Json = {}): Json {
  return aSendBody({ service: { id: 'release-bot', name: 'Release Bot' }, status: 'delivered', ...changes });
}

// Through JSON, which is what a body is.
function copyOf(body: Json): Json {
  return JSON.parse(JSON.stringify(body)) as Json;
}
