import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

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
            label: 'Add to Dictionary',
            click: () => contents.session.addWordToSpellCheckerDictionary(misspelledWord),
          },
          { type: 'separator' },
        );
      }
      if (isEditable) entries.push({ role: 'cut', enabled: editFlags.canCut });
      if (isEditable || selectionText) entries.push({ role: 'copy', enabled: editFlags.canCopy });
      if (isEditable) entries.push({ role: 'paste', enabled: editFlags.canPaste });
      if (isEditable || selectionText)
        entries.push({ type: 'separator' }, { role: 'selectAll', enabled: editFlags.canSelectAll });
      if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
    },
  );
}
