import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { AboutSection } from './AboutSection.tsx';
import { AccountsSection } from './accounts/AccountsSection.tsx';
import { BridgesSection } from './BridgesSection.tsx';
import { DataSection } from './data/DataSection.tsx';
import { DesktopSection } from './desktop/DesktopSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { NotificationsSection } from './notifications/NotificationsSection.tsx';
import { WhySection } from './notifications/WhySection.tsx';
import { Failure, Section } from './parts.tsx';
import { AnswersSection, AppearanceSection } from './preferences.tsx';
import { LocalKeySection, ServerSection } from './ServerSections.tsx';
import { ServicesSection } from './ServicesSection.tsx';
import styles from './SettingsPage.module.css';
import { goToSection, sectionIds } from './sections.ts';

/** Settings: everything on one page, every change saved at once. `howAgentsAsk` is the first-start page's content. */
export function SettingsPage({ before, howAgentsAsk }: { before?: ReactNode; howAgentsAsk: ReactNode }) {
  const { app } = useStores();
  const state = useStore(app.store, (store) => store.app);
  if (!state) return null;
  return <Page state={state} before={before} howAgentsAsk={howAgentsAsk} />;
}

function Page({ state, before, howAgentsAsk }: { state: AppState; before: ReactNode; howAgentsAsk: ReactNode }) {
  useArrival();
  return (
    <section className={styles.page} aria-labelledby="settings-title">
      <div className={styles.inner}>
        <header className={styles.header}>
          {before}
          <h1 className={styles.title} id="settings-title">
            {words.settings.title}
          </h1>
        </header>
        <SectionLinks />
        <div className={styles.sections}>
          <SettingsFailure />
          <AccountsSection accounts={state.accounts} />
          <ServerSection state={state} />
          <LocalKeySection server={state.localServer} />
          <ServicesSection isListening={state.localServer.state === 'listening'} />
          <BridgesSection isListening={state.localServer.state === 'listening'} />
          <AnswersSection settings={state.settings} />
          <NotificationsSection settings={state.settings} />
          <WhySection />
          <HistorySection settings={state.settings} />
          <DataSection />
          <DesktopSection state={state} />
          <KeyboardSection settings={state.settings} isMac={state.platform === 'darwin'} />
          <AppearanceSection settings={state.settings} />
          <NetworkSection settings={state.settings} warnings={state.warnings} />
          <Section id="start" title={words.settings.sections.start}>
            {howAgentsAsk}
          </Section>
          <AboutSection state={state} />
        </div>
      </div>
    </section>
  );
}

function SectionLinks() {
  return (
    <nav className={styles.links} aria-label={words.settings.sectionLinks}>
      {sectionIds.map((id) => (
        <a
          key={id}
          className={styles.link}
          href={`#settings-${id}`}
          draggable={false}
          onClick={(event: MouseEvent) => {
            event.preventDefault();
            goToSection(id);
          }}
        >
          {words.settings.sections[id]}
        </a>
      ))}
    </nav>
  );
}

function SettingsFailure() {
  const { app } = useStores();
  const failure = useStore(app.store, (store) => store.settingsFailure);
  if (!failure) return null;
  return (
    <Failure>
      {words.settings.notSaved} {failure.message} {failure.hint}
    </Failure>
  );
}

/** Whoever comes for one section arrives there. */
function useArrival(): void {
  const { route } = useStores();
  const section = useStore(route.store, (state) => state.section);
  useEffect(() => {
    if (section === undefined) return;
    goToSection(section);
    route.goToSection(undefined);
  }, [route, section]);
}
