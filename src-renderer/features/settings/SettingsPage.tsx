import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { AboutSection } from './about/AboutSection.tsx';
import { AccountsSection } from './accounts/AccountsSection.tsx';
import { BridgesSection } from './bridges/BridgesSection.tsx';
import { DataSection } from './data/DataSection.tsx';
import { DesktopSection } from './desktop/DesktopSection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { NotificationsSection } from './notifications/NotificationsSection.tsx';
import { WhySection } from './notifications/WhySection.tsx';
import { Failure, Section } from './parts.tsx';
import { AnswersSection, AppearanceSection } from './preferences.tsx';
import { PrivacySection } from './privacy/PrivacySection.tsx';
import { SectionNav } from './SectionNav.tsx';
import { LocalKeySection, ServerSection } from './ServerSections.tsx';
import styles from './SettingsPage.module.css';
import { goToSection } from './sections.ts';
import { ServicesSection } from './services/ServicesSection.tsx';

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
        <SectionNav />
        <div className={styles.sections}>
          <SettingsFailure />
          <AccountsSection accounts={state.accounts} />
          <ServerSection state={state} />
          <LocalKeySection server={state.localServer} />
          <ServicesSection isListening={state.localServer.state === 'listening'} />
          <BridgesSection isListening={state.localServer.state === 'listening'} />
          <NetworkSection settings={state.settings} warnings={state.warnings} />
          <AnswersSection settings={state.settings} />
          <NotificationsSection settings={state.settings} />
          <WhySection />
          <AppearanceSection settings={state.settings} />
          <KeyboardSection settings={state.settings} isMac={state.platform === 'darwin'} />
          <DesktopSection state={state} />
          <PrivacySection settings={state.settings} />
          <DataSection counts={state.counts} />
          <Section id="start" title={words.settings.sections.start}>
            {howAgentsAsk}
          </Section>
          <AboutSection state={state} />
        </div>
      </div>
    </section>
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
