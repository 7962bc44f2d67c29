import { type AboutPorts, aboutHandlers } from '#main/about/about-handlers';
import type { AccountDesk } from '#main/account-book/account-desk';
import type { Accounts } from '#main/accounts/accounts';
import type { RestClient } from '#main/accounts/rest-client';
import type { CodingAgents } from '#main/coding-agents/coding-agents';
import { codingAgentsHandlers } from '#main/coding-agents/coding-agents-handlers';
import type { DataDesk } from '#main/data/data-desk';
import { dataHandlers } from '#main/data/data-handlers';
import { type AskWhere, saveAttachment } from '#main/evidence/save-attachment';
import type { HistoryDesk } from '#main/history/history-desk';
import { historyHandlers } from '#main/history/history-handlers';
import { batchHandlers } from '#main/inbox/batch-handlers';
import type { Inbox } from '#main/inbox/inbox';
import { type MarkHandlerPorts, markHandlers } from '#main/inbox/mark-handlers';
import { snippets } from '#main/inbox/snippets';
import { type NativeHandlerPorts, nativeHandlers } from '#main/native/native-handlers';
import { localServerDown } from '#main/services/ask-server';
import type { LocalBridges } from '#main/services/local-bridges';
import { isLocalKeyRevoked, localKeyOf, localKeyRevoked } from '#main/services/local-key';
import type { LocalServices } from '#main/services/local-services';
import type { SettingsStore } from '#main/settings/settings-store';
import { type AskCommand, askCommand } from '#main/welcome/ask-command';
import { sendSamples } from '#main/welcome/send-samples';
import { openExternal } from '#main/windows/open-external';
import { type WindowHandlerPorts, windowHandlers } from '#main/windows/window-handlers';
import type { AnswerPlace } from '#shared/history/decision-record';
import type { AppState } from '#shared/inbox/app-state';
import type { AnswerView } from '#shared/inbox/item';
import { type ItemKey, itemKey, localAccount } from '#shared/inbox/item-key';
import type { NotificationId } from '#shared/protocol/ids';
import { fail, ok, type Result } from '#shared/result';
import type { Handlers } from './handle.ts';

export type HandlerPorts = Pick<NativeHandlerPorts, 'records'> &
  Omit<WindowHandlerPorts, 'inbox'> &
  Omit<MarkHandlerPorts, 'inbox'> & {
    readState: () => AppState;
    settings: SettingsStore;
    inbox: Inbox;
    accounts: Accounts;
    services: LocalServices;
    desk: AccountDesk;
    bridges: LocalBridges;
    history: HistoryDesk;
    data: DataDesk;
    about: AboutPorts;
    codingAgents: CodingAgents;
    /** The server's REST side with a given key, while it listens. */
    restWith: (key: string) => RestClient | undefined;
    retryServer: () => void;
    now: () => number;
    copyText: (text: string) => void;
    openOutside: (url: string) => Promise<void>;
    askWhere: AskWhere;
    /** The person has this item before them, in the window of that page. */
    onLookedAt: (key: ItemKey, pageId: number) => void;
    /** An answer was saved that was given in the window of that page. */
    /** In which of our windows that page is. */
    placeOf: (pageId: number) => AnswerPlace;
    onAnswered: (key: ItemKey, answer: AnswerView, pageId: number) => void;
  };

/** What the app does for each call of the page, by feature; the compiler says when one is missing. */
export function createHandlers(ports: HandlerPorts): Handlers {
  return {
    ...appHandlers(ports),
    ...inboxHandlers(ports),
    ...markHandlers(ports),
    ...answerHandlers(ports),
    ...batchHandlers(ports),
    ...serviceHandlers(ports),
    ...accountHandlers(ports),
    ...bridgeHandlers(ports),
    ...outsideHandlers(ports),
    ...historyHandlers(ports),
    ...dataHandlers(ports),
    ...aboutHandlers(ports),
    ...windowHandlers(ports),
    ...codingAgentsHandlers(ports),
    ...nativeHandlers({ ...ports, asAgent: () => asAgent(ports) }),
  };
}

function appHandlers({ readState, settings, accounts, retryServer }: HandlerPorts) {
  return {
    'app:read': () => ok(readState()),
    'app:change-settings': (change) => settings.change(change),
    'app:retry-connection': () => {
      retryServer();
      accounts.nudge();
      return ok(undefined);
    },
  } satisfies Partial<Handlers>;
}

function inboxHandlers({ inbox, onLookedAt }: HandlerPorts) {
  return {
    'inbox:order': (query) => ok(inbox.order(query)),
    'inbox:facets': ({ view, search }) => ok(inbox.facets(view, search)),
    'inbox:count': ({ searches }) => ok(inbox.countOpen(searches)),
    'inbox:rows': ({ keys }) => ok(inbox.rows(keys)),
    'inbox:snippets': ({ search, keys }) => ok(snippets(inbox, search, keys)),
    'inbox:open-item': ({ key }) => inbox.item(key),
    'inbox:earlier': ({ key }) => inbox.earlier(key),
    'inbox:see': ({ key }, pageId) => {
      onLookedAt(key, pageId);
      return inbox.see(key);
    },
  } satisfies Partial<Handlers>;
}

function answerHandlers({ inbox, onAnswered, placeOf }: HandlerPorts) {
  return {
    'answer:submit': ({ key, ...given }, pageId) => {
      const answer = inbox.submit(key, { ...given, from: placeOf(pageId) });
      if (answer.ok) onAnswered(key, answer.value, pageId);
      return answer;
    },
    'answer:undo': ({ key }) => inbox.undo(key),
    'answer:save-draft': ({ key, draft }) => inbox.saveDraft(key, draft),
  } satisfies Partial<Handlers>;
}

function accountHandlers({ desk }: HandlerPorts) {
  return {
    'accounts:read-protection': () => ok(desk.protection()),
    'accounts:check': (form) => desk.check(form),
    'accounts:add': (form) => desk.add(form),
    'accounts:rename': ({ account, name }) => desk.rename(account, name),
    'accounts:recolour': ({ account, colour }) => desk.recolour(account, colour),
    'accounts:pause': ({ account }) => desk.pause(account),
    'accounts:resume': ({ account }) => desk.resume(account),
    'accounts:retry': ({ account }) => desk.retry(account),
    'accounts:set-token': ({ account, token, mayBeReadable }) => desk.setToken(account, token, mayBeReadable),
    'accounts:in-flight': ({ account }) => desk.holdings(account),
    'accounts:remove': ({ account, ...how }) => desk.remove(account, how),
  } satisfies Partial<Handlers>;
}

function serviceHandlers({ services, inbox }: HandlerPorts) {
  const titleOf = (id: NotificationId) => inbox.row(itemKey(localAccount, id))?.title;
  return {
    'services:list': () => services.list(),
    'services:register': (form) => services.register(form),
    'services:set-callback': ({ serviceId, callbackUrl }) => services.setCallback(serviceId, callbackUrl),
    'services:rotate-key': ({ serviceId }) => services.rotateKey(serviceId),
    'services:suspend': ({ serviceId }) => services.suspend(serviceId),
    'services:resume': ({ serviceId }) => services.resume(serviceId),
    'services:revoke': ({ serviceId }) => services.revoke(serviceId),
    'services:list-deliveries': ({ serviceId }) => services.deliveries(serviceId, titleOf),
    'services:send-again': ({ notificationId, deliveryId }) => services.sendAgain(notificationId, deliveryId),
  } satisfies Partial<Handlers>;
}

function bridgeHandlers({ bridges }: HandlerPorts) {
  return {
    'bridges:list': () => bridges.list(),
    'bridges:register': (form) => bridges.register(form),
    'bridges:rotate-token': ({ bridgeId }) => bridges.rotate(bridgeId),
    'bridges:remove': ({ bridgeId }) => bridges.remove(bridgeId),
  } satisfies Partial<Handlers>;
}

function outsideHandlers({ inbox, readState, restWith, now, copyText, openOutside, askWhere }: HandlerPorts) {
  const command = () => commandOf(readState());
  const key = () => localKeyOf(readState());
  const copied = (text: Result<string>) => {
    if (!text.ok) return text;
    copyText(text.value);
    return ok(undefined);
  };
  return {
    'evidence:save-attachment': (args) => saveAttachment(inbox, args.key, args.index, askWhere),
    'evidence:open-link': ({ url }) => openExternal(url, openOutside),
    'services:copy-local-key': () => copied(key()),
    'welcome:command': command,
    'welcome:copy-command': () => {
      const found = command();
      return found.ok ? copied(ok(found.value.text)) : found;
    },
    'welcome:send-samples': async () => {
      const rest = asAgent({ readState, restWith });
      return rest.ok ? sendSamples(rest.value, now()) : rest;
    },
    'clipboard:copy-text': ({ text }) => copied(ok(text)),
  } satisfies Partial<Handlers>;
}

/** The local server, as the scripts of this computer reach it. */
function asAgent({ readState, restWith }: Pick<HandlerPorts, 'readState' | 'restWith'>): Result<RestClient> {
  const key = localKeyOf(readState());
  if (!key.ok) return key;
  const rest = restWith(key.value);
  return rest ? ok(rest) : notRunning();
}

function notRunning() {
  return fail(localServerDown());
}

function commandOf({ localServer, platform }: AppState): Result<AskCommand> {
  if (localServer.state !== 'listening') return notRunning();
  if (isLocalKeyRevoked({ localServer })) return localKeyRevoked();
  return ok(askCommand(localServer.url, localServer.keyFile, platform));
}
