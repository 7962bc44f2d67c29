import { expect } from 'playwright/test';
import type { ResponseType } from '#shared/protocol/action';
import type { InboxPage } from './inbox-page.ts';

/** One action of a response type, how a person answers it, and what the service must then get. */
export type Answer = {
  type: ResponseType;
  action: { id: string; label: string; response_type: string } & Record<string, unknown>;
  give(inbox: InboxPage): Promise<void>;
  data: unknown;
};

/** The local time of tomorrow 09:30 in the zone the app runs in, and the same instant in UTC. */
const tomorrow = berlinTomorrowAt('09:30');

export const answers: readonly Answer[] = [
  {
    type: 'simple',
    action: { id: 'ship', label: 'Ship it', response_type: 'simple' },
    give: (inbox) => inbox.button('Ship it').click(),
    data: null,
  },
  {
    type: 'binary',
    action: {
      id: 'logs',
      label: 'Include the logs?',
      response_type: 'binary',
      options: { true_label: 'Yes, include logs', false_label: 'No, skip logs' },
    },
    give: async (inbox) => {
      await expect(inbox.radio('Include the logs?', 'Yes, include logs')).not.toBeChecked();
      await expect(inbox.radio('Include the logs?', 'No, skip logs')).not.toBeChecked();
      await inbox.radio('Include the logs?', 'No, skip logs').check();
      await inbox.send('Include the logs?').click();
    },
    data: false,
  },
  {
    type: 'choice',
    action: {
      id: 'priority',
      label: 'Which priority?',
      response_type: 'choice',
      options: [
        { value: 'p1', label: 'Critical' },
        { value: 'p2', label: 'High' },
        { value: 'p3', label: 'Low' },
      ],
    },
    give: async (inbox) => {
      for (const one of ['Critical', 'High', 'Low']) {
        await expect(inbox.radio('Which priority?', one)).not.toBeChecked();
      }
      await inbox.radio('Which priority?', 'High').check();
      await inbox.send('Which priority?').click();
    },
    data: 'p2',
  },
  {
    type: 'multi_choice',
    action: {
      id: 'teams',
      label: 'Who gets the report?',
      response_type: 'multi_choice',
      options: [
        { value: 'eng', label: 'Engineering' },
        { value: 'sec', label: 'Security' },
        { value: 'prod', label: 'Product' },
      ],
      constraints: { min_selections: 1, max_selections: 2 },
    },
    give: async (inbox) => {
      await inbox.checkbox('Who gets the report?', 'Product').check();
      await inbox.checkbox('Who gets the report?', 'Engineering').check();
      await inbox.send('Who gets the report?').click();
    },
    data: ['eng', 'prod'],
  },
  {
    type: 'text',
    action: {
      id: 'why',
      label: 'Say why',
      response_type: 'text',
      constraints: { min_length: 3, max_length: 200, placeholder: 'a reason' },
    },
    give: async (inbox) => {
      await expect(inbox.textbox('Say why')).toHaveValue('');
      await inbox.textbox('Say why').fill(' Zu früh — 明日 👍\nsecond line ');
      await inbox.send('Say why').click();
    },
    data: ' Zu früh — 明日 👍\nsecond line ',
  },
  {
    type: 'number',
    action: {
      id: 'threshold',
      label: 'Set the threshold',
      response_type: 'number',
      constraints: { min: 0.1, max: 0.9, step: 0.05, unit: 'confidence' },
    },
    give: async (inbox) => {
      await inbox.spinbutton('Set the threshold').fill('0.35');
      await inbox.send('Set the threshold').click();
    },
    data: 0.35,
  },
  {
    type: 'scale',
    action: {
      id: 'sure',
      label: 'How sure are you?',
      response_type: 'scale',
      constraints: { min: 1, max: 5, min_label: 'Not at all', max_label: 'Entirely' },
    },
    give: async (inbox) => {
      const slider = inbox.slider('How sure are you?');
      await expect(slider).toHaveAttribute('aria-valuetext', 'not chosen');
      await expect(inbox.send('How sure are you?')).toBeDisabled();
      await slider.press('End');
      await slider.press('ArrowLeft');
      await expect(slider).toHaveAttribute('aria-valuenow', '4');
      await inbox.send('How sure are you?').click();
    },
    data: 4,
  },
  {
    type: 'datetime',
    action: {
      id: 'when',
      label: 'Run it when?',
      response_type: 'datetime',
      constraints: { min: new Date().toISOString(), max: new Date(Date.now() + 7 * 86_400_000).toISOString() },
    },
    give: async (inbox) => {
      await expect(inbox.dateField('Run it when?')).toHaveValue('');
      await inbox.dateField('Run it when?').fill(tomorrow.local);
      await inbox.send('Run it when?').click();
    },
    data: tomorrow.utc,
  },
];

export function answerOf(type: ResponseType): Answer {
  const found = answers.find((one) => one.type === type);
  if (!found) throw new Error(`No answer for ${type}.`);
  return found;
}

function berlinTomorrowAt(time: string): { local: string; utc: string } {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + 86_400_000);
  const local = `${day}T${time}`;
  const asIfUtc = new Date(`${local}:00Z`);
  const shown = new Date(`${asIfUtc.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T')}Z`);
  const utc = new Date(2 * asIfUtc.getTime() - shown.getTime());
  return { local, utc: `${utc.toISOString().slice(0, 19)}Z` };
}
