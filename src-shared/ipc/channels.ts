import type { IpcChannel, IpcEventName } from './contract.ts';

// The names of the tables in contract.ts, once more: the preload script lets only these through and must stay too small
// to carry the schemas. The compiler holds both lists to the tables.

const channels: { [C in IpcChannel]: true } = {
  'app:read': true,
  'app:change-settings': true,
  'app:retry-connection': true,
  'inbox:order': true,
  'inbox:facets': true,
  'inbox:count': true,
  'inbox:rows': true,
  'inbox:snippets': true,
  'inbox:open-item': true,
  'inbox:see': true,
  'inbox:snooze': true,
  'inbox:unsnooze': true,
  'inbox:pin': true,
  'inbox:read-missed': true,
  'inbox:said-missed': true,
  'inbox:put-missed-away': true,
  'answer:submit': true,
  'answer:undo': true,
  'answer:save-draft': true,
  'evidence:save-attachment': true,
  'evidence:open-link': true,
  'services:list': true,
  'services:register': true,
  'services:set-callback': true,
  'services:rotate-key': true,
  'services:suspend': true,
  'services:resume': true,
  'services:revoke': true,
  'services:list-deliveries': true,
  'services:send-again': true,
  'services:copy-local-key': true,
  'accounts:read-protection': true,
  'accounts:check': true,
  'accounts:add': true,
  'accounts:rename': true,
  'accounts:recolour': true,
  'accounts:pause': true,
  'accounts:resume': true,
  'accounts:retry': true,
  'accounts:set-token': true,
  'accounts:in-flight': true,
  'accounts:remove': true,
  'bridges:list': true,
  'bridges:register': true,
  'bridges:rotate-token': true,
  'bridges:remove': true,
  'welcome:command': true,
  'welcome:copy-command': true,
  'welcome:send-samples': true,
  'native:records': true,
  'native:send-test': true,
  'history:export': true,
  'history:verify': true,
  'history:read-verification': true,
  'history:stop-verifying': true,
  'window:show-item': true,
  'window:show-inbox': true,
  'window:fit': true,
  'clipboard:copy-text': true,
};

const events: { [E in IpcEventName]: true } = {
  'app:changed': true,
  'inbox:changed': true,
  'inbox:show-item': true,
  'composer:compose': true,
  'app:show-view': true,
};

/** Every call the page can make. */
export const ipcChannelNames = Object.keys(channels) as IpcChannel[];
/** Everything the page can listen to. */
export const ipcEventNames = Object.keys(events) as IpcEventName[];
