import type { Engine } from '#main/engine';
import type { Protection } from '#main/secrets/protection';
import { TokenVault } from '#main/secrets/token-vault';
import type { Warnings } from '#main/warnings';
import { AccountBook } from './account-book.ts';
import { AccountDesk, type AccountDeskPorts } from './account-desk.ts';

/** Opens what is stored about the accounts and puts them into the engine, the one of this run included. */
export function openAccounts({
  dataFolder,
  protection,
  warnings,
  ...ports
}: Omit<AccountDeskPorts, 'book' | 'vault'> & {
  engine: Engine;
  dataFolder: string;
  protection: Protection;
  warnings: Warnings;
}): AccountDesk {
  const now = ports.clock.now();
  const { book, warning } = AccountBook.open(dataFolder, now);
  const opened = TokenVault.open(dataFolder, protection, now);
  for (const one of [warning, opened.warning]) if (one) warnings.report(one);
  return new AccountDesk({ ...ports, book, vault: opened.vault });
}
