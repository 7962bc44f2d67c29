import { words } from '#shared/words/words';

export type AskCommand = { shell: 'sh' | 'powershell'; text: string };

/** The command that asks a first question: to be pasted into a terminal of this computer as it is. */
export function askCommand(url: string, keyFile: string, platform: string): AskCommand {
  return platform === 'win32' ? powershell(url, keyFile) : sh(url, keyFile);
}

function sh(url: string, keyFile: string): AskCommand {
  const body = question().replaceAll("'", "'\\''");
  const text = [
    `curl -sS ${quoteSh(`${url}/api/v1/notifications`)} -H "Authorization: Bearer $(cat ${quoteSh(keyFile)})" \\`,
    `  -H 'Content-Type: application/json' -d '${body}'`,
  ].join('\n');
  return { shell: 'sh', text };
}

/** Quotes a word for any POSIX shell; plain paths stay as they are. */
export function quoteSh(word: string): string {
  return /^[A-Za-z0-9_./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function powershell(url: string, keyFile: string): AskCommand {
  const quote = (word: string) => `'${word.replaceAll("'", "''")}'`;
  const text = [
    `$headers = @{ Authorization = "Bearer $((Get-Content -Raw ${quote(keyFile)}).Trim())" }`,
    `Invoke-RestMethod ${quote(`${url}/api/v1/notifications`)} -Method Post -ContentType 'application/json' -Headers $headers -Body ${quote(question())}`,
  ].join('\n');
  return { shell: 'powershell', text };
}

function question(): string {
  const { command } = words.samples;
  return JSON.stringify({
    context: { title: command.title, description: command.description, project: words.samples.release.project },
    actions: [
      { id: 'ship', label: command.ship, response_type: 'simple' },
      {
        id: 'rollout',
        label: command.partly,
        response_type: 'number',
        constraints: { min: 5, max: 50, step: 5, unit: '%' },
      },
      { id: 'hold', label: command.hold, response_type: 'text', constraints: { placeholder: command.why } },
    ],
  });
}
