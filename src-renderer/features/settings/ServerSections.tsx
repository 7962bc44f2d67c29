import type { AppState, LocalServerView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { CopiedFact, Fact, Failure, Lines, Section } from './parts.tsx';

/** The server that comes with the app: where it listens and how it is. */
export function ServerSection({ state }: { state: AppState }) {
  const { app } = useStores();
  const { localServer, dataFolder } = state;
  return (
    <Section id="server" title={words.settings.sections.server} hint={words.server.hint}>
      <Lines>
        {localServer.state === 'listening' ? (
          <CopiedFact
            label={words.server.address}
            value={localServer.url}
            copyLabel={words.server.copyAddress}
            onCopy={() => app.copyText(localServer.url)}
          />
        ) : (
          <Fact label={words.server.address}>{words.server.notYet}</Fact>
        )}
        <Fact label={words.server.state}>{words.server.local[localServer.state]}</Fact>
        <CopiedFact
          label={words.server.dataFolder}
          value={dataFolder}
          copyLabel={words.server.copyFolder}
          onCopy={() => app.copyText(dataFolder)}
        />
      </Lines>
      {localServer.state === 'failed' && <Failure>{localServer.message}</Failure>}
    </Section>
  );
}

/** The key that scripts on this computer ask with. It is copied by the main process and never shown whole. */
export function LocalKeySection({ server }: { server: LocalServerView }) {
  const { app, services } = useStores();
  return (
    <Section id="local-key" title={words.settings.sections['local-key']} hint={words.localKey.hint}>
      <Lines>
        {server.state === 'listening' ? (
          <>
            {server.maskedKey === '' ? (
              <Fact label={words.localKey.label}>{words.localKey.none}</Fact>
            ) : (
              <CopiedFact
                label={words.localKey.label}
                value={server.maskedKey}
                copyLabel={words.localKey.copy}
                onCopy={() => services.copyLocalKey()}
              />
            )}
            <CopiedFact
              label={words.localKey.file}
              value={server.keyFile}
              copyLabel={words.localKey.copyFile}
              onCopy={() => app.copyText(server.keyFile)}
            />
          </>
        ) : (
          <Fact label={words.localKey.label}>{words.localKey.notYet}</Fact>
        )}
      </Lines>
    </Section>
  );
}
