import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { words } from '#shared/words/words';

/** The menu of the other mouse button on text: spelling, cut, copy, paste, select all. */
export function attachContextMenu(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on(
    'context-menu',
    (_event, { isEditable, selectionText, editFlags, misspelledWord, dictionarySuggestions }) => {
      const entries: MenuItemConstructorOptions[] = [];
      if (isEditable && misspelledWord) {
        entries.push(
          ...dictionarySuggestions.map((word) => ({ label: word, click: () => contents.replaceMisspelling(word) })),
          {
            label: words.menus.addToDictionary,
            click: () => contents.session.addWordToSpellCheckerDictionary(misspelledWord),
          },
          { type: 'separator' },
        );
      }
      if (isEditable) entries.push({ role: 'cut', label: words.menus.cut, enabled: editFlags.canCut });
      if (isEditable || selectionText)
        entries.push({ role: 'copy', label: words.menus.copy, enabled: editFlags.canCopy });
      if (isEditable) entries.push({ role: 'paste', label: words.menus.paste, enabled: editFlags.canPaste });
      if (isEditable || selectionText)
        entries.push(
          { type: 'separator' },
          { role: 'selectAll', label: words.menus.selectAll, enabled: editFlags.canSelectAll },
        );
      if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
    },
  );
}
