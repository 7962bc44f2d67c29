import { type A2aTaskStore, createA2aTaskStore } from './a2a-tasks.ts';
import { type BridgeStore, createBridgeStore } from './bridges.ts';
import { type Database, openDatabase } from './database.ts';
import { createDeliveryStore, type DeliveryStore } from './deliveries.ts';
import { createNotificationStore, type NotificationStore } from './notifications.ts';
import { createServiceStore, type ServiceStore } from './services.ts';
import { createSettingStore, type SettingStore } from './settings.ts';
import { createUserStore, type UserStore } from './users.ts';

/** Everything the server keeps. What is decided together is written in one `transaction`. */
export type Store = {
  notifications: NotificationStore;
  services: ServiceStore;
  users: UserStore;
  deliveries: DeliveryStore;
  settings: SettingStore;
  bridges: BridgeStore;
  a2aTasks: A2aTaskStore;
  transaction: Database['transaction'];
  close(): void;
};

/** Opens the store whose SQLite file is `file`. Throws when it cannot be opened. */
export function openStore(file: string): Store {
  const database = openDatabase(file);
  return {
    notifications: createNotificationStore(database),
    services: createServiceStore(database),
    users: createUserStore(database),
    deliveries: createDeliveryStore(database),
    settings: createSettingStore(database),
    bridges: createBridgeStore(database),
    a2aTasks: createA2aTaskStore(database),
    transaction: database.transaction,
    close: database.close,
  };
}
