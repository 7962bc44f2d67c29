import { safeStorage } from 'electron';
import type { Protection } from './protection.ts';

/**
 * Electron's `safeStorage`: the keychain, DPAPI, or a keyring on Linux. Without a keyring its backend there is
 * `basic_text`, whose key is in its source: that protects nothing. To be asked once the app is ready.
 */
export function electronProtection(platform: string): Protection {
  return {
    isReal: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(sealed),
  };
}
