import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Sidebar } from './Sidebar.tsx';
import styles from './SideMenu.module.css';

/** Opens the sidebar where it is a menu. */
export function MenuButton() {
  const { layout, overlay } = useStores();
  const isMenu = useStore(layout, (state) => state.mode !== 'wide');
  const isOpen = useStore(overlay.store, (state) => state.open === 'menu');
  if (!isMenu) return null;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={words.sidebar.menu}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={overlay.showMenu}
    >
      <Icon name="menu" />
    </button>
  );
}

/** The sidebar as a menu over the page: a modal dialog, so the page behind it is inert and Escape closes it. */
export function SideMenu() {
  const { layout, overlay } = useStores();
  const isOpen = useStore(overlay.store, (state) => state.open === 'menu');
  const isMenu = useStore(layout, (state) => state.mode !== 'wide');
  return isOpen && isMenu ? <OpenMenu onClose={overlay.close} /> : null;
}

function OpenMenu({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const closeOutside = (event: Event) => {
      if (event.target === element) onClose();
    };
    element?.addEventListener('click', closeOutside);
    return () => {
      element?.removeEventListener('click', closeOutside);
      element?.close();
    };
  }, [onClose]);
  return (
    <dialog ref={dialog} className={styles.menu} aria-label={words.sidebar.menu} onClose={onClose}>
      <Sidebar onGo={onClose} />
    </dialog>
  );
}
