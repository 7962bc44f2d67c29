// @ts-check
import { lifecycle } from './02-lifecycle.mjs';
import { credentials } from './03-credentials.mjs';
import { conventions } from './04-conventions.mjs';
import { registration } from './05-registration.mjs';
import { send } from './06-send.mjs';
import { sendFaults } from './07-send-faults.mjs';
import { statusAndWithdrawal } from './08-status.mjs';
import { list } from './09-list.mjs';
import { respond } from './10-respond.mjs';
import { websocket } from './11-websocket.mjs';
import { events } from './12-events.mjs';
import { webhooks } from './13-webhooks.mjs';
import { limits } from './14-limits.mjs';
import { extensions } from './15-extensions.mjs';

/** The chapters in the order they run: limits last, since they use up what others need. */
export const chapters = [
  registration,
  lifecycle,
  credentials,
  conventions,
  send,
  sendFaults,
  statusAndWithdrawal,
  list,
  respond,
  websocket,
  events,
  webhooks,
  extensions,
  limits,
];
