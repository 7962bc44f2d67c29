import { z } from 'zod';
import type { Licence, Versions } from '../about/about.ts';
import { CodingAgentName, type CodingAgentView, type SettingsChanged } from '../agents/coding-agent.ts';
import type { DataState } from '../data/data-work.ts';
import { HistoryFilter, type Verification } from '../history/verdict.ts';
import {
  AccountColour,
  type AccountHoldings,
  AccountName,
  type CheckedServer,
  type TokenProtection,
} from '../inbox/account.ts';
import type { AppState } from '../inbox/app-state.ts';
import {
  type BatchItem,
  type BatchSaved,
  batchLimit,
  batchReadAtOnce,
  batchSavedAtOnce,
  batchUndoneAtOnce,
} from '../inbox/batch.ts';
import type { DeliveriesView } from '../inbox/delivery-view.ts';
import { Draft } from '../inbox/draft.ts';
import type { EarlierDecisions } from '../inbox/earlier.ts';
import type { AnswerView, ItemDetail, ItemRow } from '../inbox/item.ts';
import { AccountId, ItemKey } from '../inbox/item-key.ts';
import { savedFiltersLimit } from '../inbox/saved-filter.ts';
import type { FacetsView, FoundCount } from '../inbox/search/found.ts';
import { searchLimit } from '../inbox/search/query.ts';
import { SettingsChange } from '../inbox/settings.ts';
import type { NoticeRecord } from '../native/notice-record.ts';
import { BridgeKind, type BridgeListing, type BridgeToken, type RegisterBridgeReply } from '../protocol/bridge.ts';
import { ActionId, NotificationId, ServiceId } from '../protocol/ids.ts';
import { type RegisterServiceReply, type ServiceListing, SignatureScheme } from '../protocol/service.ts';
import type { Result } from '../result.ts';

/** A result type that crosses from the trusted side: the page believes the main process, so it is not parsed again. */
const trusted = <T>() => z.custom<T>(() => true);
const none = z.undefined();
const oneBridge = z.object({ bridgeId: z.string().min(1).max(64) });
const oneService = z.object({ serviceId: ServiceId });
const oneAgent = z.object({ agent: CodingAgentName, isRemoval: z.boolean() });
const oneAccount = z.object({ account: AccountId });
const serverForm = z.object({ url: z.string().max(2048), token: z.string().max(4096), allowUnencrypted: z.boolean() });

/**
 * Every call the page can make, named after what a person does. Arguments are parsed by the main process before a
 * handler sees them; results arrive as `Result`.
 */
export const ipcContract = {
  'app:read': { args: none, result: trusted<AppState>() },
  'app:change-settings': { args: SettingsChange, result: none },
  'app:retry-connection': { args: none, result: none },

  /** Ids before bodies: the whole order of a view, then rows as they come on screen (guarantees.md 3). */
  'inbox:order': {
    args: z.object({
      view: z.enum(['inbox', 'snoozed', 'history']),
      search: z.string().max(searchLimit),
      /** Only the first so many; without it all. */
      limit: z.int().positive().optional(),
    }),
    /**
     * `times` runs beside `keys`, in ms of server time: the deadline (inbox; null for none), when the item ended
     * (history), or when it comes back, in ms of this machine's clock (snoozed). It is all the page needs to draw its
     * section headers before a single row was read; so is `pinned`, how many at the beginning are. `found` comes with a
     * search, which hands over the newest only.
     */
    result: trusted<{ keys: ItemKey[]; times: (number | null)[]; pinned?: number; found?: FoundCount }>(),
  },
  /** What a view can be filtered by, with how many items each filter would show beside the others. */
  'inbox:facets': {
    args: z.object({ view: z.enum(['inbox', 'snoozed', 'history']), search: z.string().max(searchLimit) }),
    result: trusted<FacetsView>(),
  },
  /** How many open items each search finds. */
  'inbox:count': {
    args: z.object({ searches: z.array(z.string().max(searchLimit)).max(savedFiltersLimit) }),
    result: trusted<{ count: number; isMore: boolean }[]>(),
  },
  'inbox:rows': { args: z.object({ keys: z.array(ItemKey).max(200) }), result: trusted<ItemRow[]>() },
  /** Where a search finds its words in items whose title does not hold them, as one line each of plain text. */
  'inbox:snippets': {
    args: z.object({ search: z.string().max(searchLimit), keys: z.array(ItemKey).max(200) }),
    result: trusted<{ key: ItemKey; text: string }[]>(),
  },
  'inbox:open-item': { args: z.object({ key: ItemKey }), result: trusted<ItemDetail>() },
  /** The last decisions for the service and project of an item. */
  'inbox:earlier': { args: z.object({ key: ItemKey }), result: trusted<EarlierDecisions>() },
  /** The person has seen the item: it is acknowledged at the server. */
  'inbox:see': { args: z.object({ key: ItemKey }), result: none },
  /** Puts it off until then, in ms of this machine's clock: in the future, and ten minutes before its deadline at the latest. */
  'inbox:snooze': { args: z.object({ key: ItemKey, until: z.number().positive() }), result: none },
  'inbox:unsnooze': { args: z.object({ key: ItemKey }), result: none },
  'inbox:pin': { args: z.object({ key: ItemKey, isPinned: z.boolean() }), result: none },
  /** What ended while nobody looked: the latest of it. */
  'inbox:read-missed': { args: none, result: trusted<ItemRow[]>() },
  /** The person has it before their eyes: another start does not say it again. */
  'inbox:said-missed': { args: none, result: none },
  'inbox:put-missed-away': { args: none, result: none },

  'answer:submit': {
    args: z.object({
      key: ItemKey,
      revision: z.string().max(100),
      actionId: ActionId,
      data: z.unknown(),
      confirmed: z.boolean(),
    }),
    result: trusted<AnswerView>(),
  },
  'answer:undo': { args: z.object({ key: ItemKey }), result: none },
  'answer:save-draft': { args: z.object({ key: ItemKey, draft: Draft }), result: none },

  /** What selected items can be answered with. */
  'batch:read': { args: z.object({ keys: z.array(ItemKey).max(batchReadAtOnce) }), result: trusted<BatchItem[]>() },
  /** A part of a batch of `of` answers: each is saved by itself, like any other, or says why it is not. */
  'batch:submit': {
    args: z.object({
      answers: z.array(z.object({ key: ItemKey, revision: z.string().max(100) })).max(batchSavedAtOnce),
      actionId: ActionId,
      data: z.unknown(),
      of: z.int().positive().max(batchLimit),
    }),
    result: trusted<BatchSaved[]>(),
  },
  'batch:undo': { args: z.object({ keys: z.array(ItemKey).max(batchUndoneAtOnce) }), result: trusted<BatchSaved[]>() },

  'evidence:save-attachment': {
    args: z.object({ key: ItemKey, index: z.int().nonnegative() }),
    result: trusted<{ saved: boolean }>(),
  },
  /** Opens an http, https or mailto link outside, after the page has shown its host and the person agreed. */
  'evidence:open-link': { args: z.object({ url: z.string().max(8192) }), result: none },

  'services:list': { args: none, result: trusted<ServiceListing[]>() },
  'services:register': {
    args: z.object({
      name: z.string().max(200),
      description: z.string().max(2000),
      callbackUrl: z.string().max(2048),
      signatureScheme: SignatureScheme,
    }),
    result: trusted<RegisterServiceReply>(),
  },
  'services:set-callback': {
    args: z.object({ serviceId: ServiceId, callbackUrl: z.string().max(2048) }),
    result: none,
  },
  /** The old key stops working at once. `apiKey` is null for "Local agents", whose new key goes to its file instead. */
  'services:rotate-key': { args: oneService, result: trusted<{ apiKey: string | null }>() },
  'services:suspend': { args: oneService, result: none },
  'services:resume': { args: oneService, result: none },
  'services:revoke': { args: oneService, result: none },
  'services:list-deliveries': { args: oneService, result: trusted<DeliveriesView>() },
  /** The same bytes under the same request id, to the callback that the service has now. */
  'services:send-again': {
    args: z.object({ notificationId: NotificationId, deliveryId: z.string().min(1).max(256) }),
    result: none,
  },
  'services:copy-local-key': { args: none, result: none },

  /** Whether the system protects a token that is kept; asked when somebody is about to give one. */
  'accounts:read-protection': { args: none, result: trusted<TokenProtection>() },
  /** Asks the server, and saves nothing. */
  'accounts:check': { args: serverForm, result: trusted<CheckedServer>() },
  /** Asks the server first; a refusal names the field at fault. An empty name becomes the server's. */
  'accounts:add': {
    args: serverForm.extend({ name: z.string().max(60), colour: AccountColour, mayBeReadable: z.boolean() }),
    result: trusted<{ id: AccountId }>(),
  },
  'accounts:rename': { args: oneAccount.extend({ name: AccountName }), result: none },
  'accounts:recolour': { args: oneAccount.extend({ colour: AccountColour }), result: none },
  'accounts:pause': { args: oneAccount, result: none },
  'accounts:resume': { args: oneAccount, result: none },
  'accounts:retry': { args: oneAccount, result: none },
  'accounts:set-token': {
    args: oneAccount.extend({ token: z.string().max(4096), mayBeReadable: z.boolean() }),
    result: none,
  },
  /** What would go with the account: shown before it is removed. */
  'accounts:in-flight': { args: oneAccount, result: trusted<AccountHoldings>() },
  /** Refused while answers are on their way, unless they are to be discarded. */
  'accounts:remove': {
    args: oneAccount.extend({ historyKept: z.boolean(), discardAnswers: z.boolean() }),
    result: none,
  },
  'bridges:list': { args: none, result: trusted<BridgeListing[]>() },
  /** `events` is JSON as it was typed; what a kind does not need is empty. */
  'bridges:register': {
    args: z.object({
      kind: BridgeKind,
      name: z.string().max(200),
      agentUrl: z.string().max(2048),
      answerUrl: z.string().max(2048),
      events: z.string().max(65_536),
    }),
    result: trusted<RegisterBridgeReply>(),
  },
  'bridges:rotate-token': { args: oneBridge, result: trusted<BridgeToken>() },
  'bridges:remove': { args: oneBridge, result: none },

  /** The exact command that asks a first question from a terminal of this machine. */
  'welcome:command': { args: none, result: trusted<{ shell: 'sh' | 'powershell'; text: string }>() },
  'welcome:copy-command': { args: none, result: none },
  'welcome:send-samples': { args: none, result: trusted<{ sent: number }>() },

  /** The coding agents that are found on this computer, and whether they ask here. */
  'agents:list': { args: none, result: trusted<CodingAgentView[]>() },
  /** What setting one up, or taking that back, would change. */
  'agents:preview': { args: oneAgent, result: trusted<SettingsChanged>() },
  /** `diff`: the change that the person saw. */
  'agents:change': { args: oneAgent.extend({ diff: z.string().max(1_000_000) }), result: trusted<SettingsChanged>() },

  /** The latest decisions about native notifications, the newest first. */
  'native:records': { args: none, result: trusted<NoticeRecord[]>() },
  /** Asks a test question the way agents do, which raises a notification like any other. */
  'native:send-test': { args: none, result: none },

  /** Asks where to, then writes what the filter shows, or all. `decisions`: undefined when the person thought better of it. */
  'history:export': {
    args: z.object({ format: z.enum(['csv', 'json']), filter: HistoryFilter.optional() }),
    result: trusted<{ decisions: number | undefined }>(),
  },
  /** Begins to verify the history, unless that runs already, and says how it stands. */
  'history:verify': { args: none, result: trusted<Verification>() },
  'history:read-verification': { args: none, result: trusted<Verification>() },
  'history:stop-verifying': { args: none, result: none },

  /** How the work with everything that is stored stands. */
  'data:read': { args: none, result: trusted<DataState>() },
  /** Asks where to, then begins to write a backup, unless something is being done already. */
  'data:back-up': { args: none, result: trusted<DataState>() },
  /** Asks for a file, then begins to read it through; it is restored only by the next call but one. */
  'data:check-backup': { args: none, result: trusted<DataState>() },
  /** Ends what runs, or lets go of the backup that was read. */
  'data:cancel': { args: none, result: none },
  /** Puts the backup that was read in the place of the present data. The app starts again. */
  'data:restore': { args: none, result: none },
  /** Erases everything that is stored and quits. The page has asked twice. */
  'data:erase': { args: z.object({ confirmed: z.literal(true) }), result: none },

  'about:read': { args: none, result: trusted<Versions>() },
  /** Of everything that comes with the app. */
  'about:read-licences': { args: none, result: trusted<Licence[]>() },
  'about:open-logs': { args: none, result: none },
  /** What helps to find a fault, without anything secret or personal. */
  'about:copy-diagnostics': { args: none, result: none },

  /** From a small window to the full one, at an item and one of its actions where they are named. */
  'window:show-item': { args: z.object({ key: ItemKey, confirmAction: ActionId.optional() }), result: none },
  'window:show-inbox': { args: none, result: none },
  /** A composer says how high what it shows is, in px of its page. */
  'window:fit': { args: z.object({ height: z.number().positive().max(10_000) }), result: none },

  'clipboard:copy-text': { args: z.object({ text: z.string().max(1_000_000) }), result: none },
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type IpcChannel = keyof typeof ipcContract;
export type IpcArgs<C extends IpcChannel> = z.infer<(typeof ipcContract)[C]['args']>;
export type IpcResult<C extends IpcChannel> = z.infer<(typeof ipcContract)[C]['result']>;

/** Everything the main process tells the page, with what comes along. */
export type IpcEvents = {
  /** The app's state changed; sent at most once a frame. */
  'app:changed': AppState;
  /** Items changed: these, or (null) so many that everything shown is to be read again. */
  'inbox:changed': { keys: ItemKey[] | null };
  /** Show this item now: a native notification, the tray or a link was clicked. `confirmAction` opens its confirmation. */
  'inbox:show-item': { key: ItemKey; confirmAction?: ActionId | undefined };
  /** To a composer: answer this action. `text`: what was refused, and `problem` why. */
  'composer:compose': {
    key: ItemKey;
    actionId: ActionId;
    text: string | undefined;
    problem: string | undefined;
  };
  /** Show this view now: the application menu or the tray asked for it. */
  'app:show-view': { view: 'inbox' | 'history' | 'settings' };
};
export type IpcEventName = keyof IpcEvents;
export { ipcEventNames } from './channels.ts';

/**
 * What the preload script gives the page as `window.triage`: one call and one subscription, both typed by the tables
 * above. A subscription returns its own end.
 */
export type Bridge = {
  call<C extends IpcChannel>(
    channel: C,
    ...args: IpcArgs<C> extends undefined ? [] : [IpcArgs<C>]
  ): Promise<Result<IpcResult<C>>>;
  on<E extends IpcEventName>(event: E, listener: (payload: IpcEvents[E]) => void): () => void;
};
